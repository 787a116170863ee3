import { createBrowserRouter } from 'react-router'
import { screens } from './routes'
import { LinkScreen } from './screens/sign-in/link-screen'
import { ConsoleShell } from './shell/console-shell'
import { MissingScreen } from './shell/missing-screen'
import { RequiredRole } from './shell/required-role'
import { ScreenError } from './shell/screen-error'

/** Gives each screen its address. */
export function createScreenRouter() {
  return createBrowserRouter(
    [
      { path: '/link', element: <LinkScreen /> },
      {
        element: <ConsoleShell />,
        children: [
          ...screens.map(({ path, least, load }) => ({
            path,
            errorElement: <ScreenError />,
            lazy: async () => {
              const Screen = await load()
              return {
                element: (
                  <RequiredRole least={least}>
                    <Screen />
                  </RequiredRole>
                ),
              }
            },
          })),
          { path: '*', element: <MissingScreen /> },
        ],
      },
    ],
    { basename: '/console' },
  )
}
