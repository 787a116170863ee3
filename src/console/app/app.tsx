import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router'
import { ApiError } from './call-api'
import { createScreenRouter } from './create-screen-router'
import { readableColors } from './readable-colors'
import { SessionDialog } from './session/session-dialog'
import { styleNonce } from './style-nonce'
import { theme } from './theme'

/** What was refused is refused again; what did not get through may. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => !(error instanceof ApiError && error.status > 0) && failures < 2,
    },
  },
})
const router = createScreenRouter()

/** The whole application. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readableColors}
      forceColorScheme="light"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queries}>
        <ModalsProvider>
          <Notifications position="bottom-center" />
          <RouterProvider router={router} />
          <SessionDialog />
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
