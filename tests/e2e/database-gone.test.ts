import { describeOnPostgres } from '../storage/databases'
import { createPeopleInAGuide, type PeopleInAGuide } from './people-in-a-guide'
import { startProgram } from './start-program'
import { startTcpProxy, type TcpProxy } from './tcp-proxy'
import { until } from './until'

jest.setTimeout(600_000)

type Program = Awaited<ReturnType<typeof startProgram>>

describeOnPostgres('a database that goes away', (use) => {
  let proxy: TcpProxy
  let program: Program
  let people: PeopleInAGuide | undefined

  beforeEach(async () => {
    const url = new URL(use.server.url)
    proxy = await startTcpProxy(Number(url.port || 5432))
    url.port = String(proxy.port)
    program = await startProgram({ DATABASE_URL: url.href })
  })
  afterEach(async () => {
    people?.stop()
    await proxy.mend()
    await program.stop()
    await proxy.cut()
  })

  const readiness = async () => (await fetch(`${program.url}/readyz`)).status

  test('webhooks are told to come back, and everything resumes by itself', async () => {
    const crowd = createPeopleInAGuide(20, () => [program.url])
    people = crowd
    expect(await readiness()).toBe(200)
    await proxy.cut()
    const bringing = crowd.bringAll()
    await until('a refusal', () => crowd.refused() > 0)
    expect(await readiness()).toBe(503)
    expect(await (await fetch(`${program.url}/readyz`)).json()).toMatchObject({
      ready: false,
      checks: { database: false, knowledge: true, workers: true },
      reasons: { database: expect.stringMatching(/^no answer/) },
    })
    expect((await fetch(`${program.url}/healthz`)).status).toBe(200)
    expect(crowd.brought()).toBe(0)
    await proxy.mend()
    await bringing
    await crowd.expectAllAnswered(use.database, program.messenger)
    expect(await readiness()).toBe(200)
  })

  test('the web chat is told so too', async () => {
    const page = await fetch(`${program.url}/`)
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
    await proxy.cut()
    const answer = await fetch(`${program.url}/api/web/messages`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', origin: program.url },
      body: JSON.stringify({ id: '0123456789abcdef0123456789abcdef', text: 'xin chào' }),
    })
    expect(answer.status).toBe(503)
  })
})
