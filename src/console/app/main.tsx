import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './console.css'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { styleNonce } from './style-nonce'

// Where libraries that write styles of their own look for the nonce (react-style-singleton, which holds the page still
// under a dialog, by the convention of webpack).
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
