import { defineConfig } from 'vite'

/** The console's application: `npm run build` calls this where it is stale. */
export default defineConfig({
  root: 'src/console/app',
  base: '/console/',
  html: { cspNonce: '__LOA_NONCE__' },
  build: {
    emptyOutDir: true,
    // The policy of the page lets no script or style in that is not a file of ours.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      // "use client" means something to servers that render React, which we have not.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
      },
    },
    target: ['es2022', 'safari15.4', 'chrome100', 'firefox100'],
  },
})
