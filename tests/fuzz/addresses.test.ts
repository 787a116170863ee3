import { request } from 'node:http'
import fc from 'fast-check'
import { SECRETS, startProgram } from '../e2e/start-program'
import { messengerCall } from '../stand-ins/messenger-webhooks'
import { deliver } from '../stand-ins/webhook-call'
import { HUGE, hostileText } from './hostile'
import { RUNS } from './runs'

jest.setTimeout(600_000)

let program: Awaited<ReturnType<typeof startProgram>>
beforeAll(async () => {
  program = await startProgram()
})
afterAll(() => program.stop())

type Answer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** Asks for a path as it is: `fetch` would put it right. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(program.url)
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part) => {
        body += part
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      )
    })
    call.on('error', reject)
    call.end()
  })
}

/** What must hold of every answer. */
function expectSound({ status, headers, body }: Answer): void {
  expect(status).toBeLessThan(500)
  expect(headers['x-injected']).toBeUndefined()
  expect(body).not.toMatch(/root:.*:0:0|<script>alert/)
  const { location } = headers
  if (typeof location === 'string') expect(new URL(location, program.url).origin).toBe(program.url)
  if (String(headers['content-type']).startsWith('text/html')) {
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(/script-src[^;]*unsafe/.test(policy)).toBe(false)
  }
}

const TRAVERSALS = [
  '/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/t/..%2f..%2f..%2fetc%2fpasswd',
  '/t/%00',
  '/assets/../../package.json',
  '/assets/..%5c..%5cpackage.json',
  '/console/../../../etc/passwd',
  '/console/assets/%2e%2e%2f%2e%2e%2fpackage.json',
  '/share/..%2f..%2fetc%2fpasswd',
  '//evil.example/..',
  '/%5cevil.example',
  '/\\\\evil.example',
  '/t/chip-no-tracking/..;/',
  '/.env',
  '/data/loa.db',
]
test.each(TRAVERSALS)('%s leads nowhere', async (path) => {
  const answer = await ask(path)
  expectSound(answer)
  expect(answer.body).not.toContain('"dependencies"')
})

const REDIRECTS = [
  '/console//evil.example',
  '//evil.example/console',
  '/console/?next=//evil.example',
]
test.each(REDIRECTS)('%s leads to no other site', async (path) => expectSound(await ask(path)))

test('no header comes from an address', async () => {
  for (const path of [
    '/t/x%0d%0aX-Injected:%201',
    '/?ref=a%0d%0aX-Injected:%201',
    '/g/%0aX-Injected:1',
  ]) {
    expectSound(await ask(path))
  }
})

test('no address and no method is answered with a failure', async () => {
  const places = fc.constantFrom(
    '/',
    '/t/',
    '/g/',
    '/share/',
    '/links',
    '/api/web/',
    '/console/api/',
    '/webhooks/',
    '/assets/',
  )
  const methods = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD')
  await fc.assert(
    fc.asyncProperty(places, hostileText, methods, async (place, text, method) => {
      const rest = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).slice(0, 500)
      expectSound(await ask(`${place}${rest}`, method))
      expectSound(await ask(`${place}?q=${rest}&u=${rest}&l=${rest}&ref=${rest}`, method))
    }),
    { numRuns: RUNS },
  )
})

describe('what is posted', () => {
  const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${program.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: program.url, ...headers },
      body,
    })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    }
  }

  test('is refused or taken, but never a failure, whatever JSON it is', async () => {
    const keys = fc.constantFrom(
      '__proto__',
      'constructor',
      'id',
      'text',
      'payload',
      'title',
      'open',
      'ref',
    )
    const json = fc.oneof(
      fc.json(),
      fc.dictionary(keys, fc.jsonValue()).map((one) => JSON.stringify(one)),
    )
    const page = await fetch(`${program.url}/`)
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
    await fc.assert(
      fc.asyncProperty(json, async (body) => {
        expectSound(await post('/api/web/messages', body, { cookie }))
        expectSound(await post('/webhooks/messenger', body))
        expectSound(await post('/console/api/session', body, { 'x-loa-console': '1' }))
        const signed = await deliver(
          `${program.url}/webhooks/messenger`,
          messengerCall(body, SECRETS.appSecret),
        )
        expect(signed.status).toBeLessThan(500)
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    )
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect((await ask('/healthz')).status).toBe(200)
  })

  test.each(HUGE)('%s is taken or refused', async (_name, text) => {
    const item = {
      sender: { id: '2000042' },
      recipient: { id: '1000001' },
      timestamp: 1_790_000_000_000,
      message: { mid: `m_${text.length}_${text.charCodeAt(0)}`, text },
    }
    const body = JSON.stringify({
      object: 'page',
      entry: [{ id: '1000001', time: 1, messaging: [item] }],
    })
    const { status } = await deliver(
      `${program.url}/webhooks/messenger`,
      messengerCall(body, SECRETS.appSecret),
    )
    expect([200, 413]).toContain(status)
    expect((await ask('/readyz')).status).toBe(200)
  })
})
