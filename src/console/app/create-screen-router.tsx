import { createBrowserRouter } from 'react-router'
import { screens } from './routes'
import { LinkScreen } from './screens/sign-in/link-screen'
import { ConsoleShell } from './shell/console-shell'
import { MissingScreen } from './shell/missing-screen'
import { OpenedScreen } from './shell/opened-screen'
import { ScreenError } from './shell/screen-error'

/** Gives each screen its address. */
export function createScreenRouter() {
  return createBrowserRouter(
    [
      { path: '/link', element: <LinkScreen /> },
      {
        element: <ConsoleShell />,
        children: [
          ...screens.map((screen) => ({
            path: screen.path,
            errorElement: <ScreenError />,
            lazy: async () => {
              const Screen = await screen.load()
              return {
                element: (
                  <OpenedScreen screen={screen}>
                    <Screen />
                  </OpenedScreen>
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
