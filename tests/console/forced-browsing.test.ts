import type { ConsoleRoute } from '../../src/console/list-routes'
import { isAtLeast, ROLES, type Role } from '../../src/storage/role'
import { ConsoleClient } from './console-client'
import { type OpenConsole, openConsole } from './open-console'

/** Every call of the console, of whatever part, by every role. A new part is covered without a line here. */
describe('who may call what', () => {
  let program: OpenConsole
  beforeAll(async () => {
    program = await openConsole()
  })
  afterAll(() => program.stop())

  /** Parameters that name nothing, so that what is allowed changes nothing. */
  const call = async (client: ConsoleClient, { method, path }: ConsoleRoute) => {
    const filled = path.replace('/console/api', '').replace(/:\w+/g, '999999999')
    const { status, body } = await client.call(method, filled, method === 'GET' ? undefined : {})
    await body?.cancel()
    return status
  }
  const guarded = () => program.server.consoleRoutes.filter(({ least }) => least !== null)
  const toLine = ({ method, path }: ConsoleRoute) => `${method} ${path}`

  test('all but signing in and one-time links ask for a role', () => {
    const open = program.server.consoleRoutes.filter(({ least }) => least === null)
    expect(open.map(toLine).sort()).toEqual([
      'DELETE /console/api/session',
      'GET /console/api/session',
      'POST /console/api/link',
      'POST /console/api/link/read',
      'POST /console/api/session',
    ])
    expect(guarded().length).toBeGreaterThan(10)
  })

  test('nobody calls anything without being signed in', async () => {
    const stranger = new ConsoleClient(program.url)
    for (const route of guarded())
      expect([toLine(route), await call(stranger, route)]).toEqual([toLine(route), 401])
  })

  test.each(ROLES)('%s calls what the role is for, and nothing else', async (role: Role) => {
    for (const route of guarded()) {
      const status = await call(program.as[role], route)
      const isAllowed = isAtLeast(role, route.least ?? 'viewer')
      expect([toLine(route), status === 403]).toEqual([toLine(route), !isAllowed])
      expect([toLine(route), status]).not.toEqual([toLine(route), 401])
      expect(status).toBeLessThan(500)
    }
  })

  test('an address that is no call is 404, and other ways of writing one open nothing', async () => {
    const { viewer } = program.as
    for (const path of ['/nothing', '/people/../people', '/PEOPLE', '/people/', '//people']) {
      const { status } = await viewer.call('GET', path)
      expect([path, status === 403 || status === 404]).toEqual([path, true])
    }
  })
})
