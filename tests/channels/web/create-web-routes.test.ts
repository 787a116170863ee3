import { page, passes, ScriptedSite } from './scripted-site'

const ID = '0123456789abcdef0123456789abcdef'
const echo = new ScriptedSite(({ text }) => [{ text: `Nghe rồi: ${text}` }])
const sites = [echo]

async function open(...args: ConstructorParameters<typeof ScriptedSite>): Promise<ScriptedSite> {
  const site = new ScriptedSite(...args)
  sites.push(site)
  await site.start()
  return site
}

/** Opens the page and returns the cookie that it gave. */
async function visit(site: ScriptedSite): Promise<string> {
  const response = await fetch(`${site.url}/`)
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** The conversation of a cookie, whose pass is the person's id and its signature. */
function toConversation(cookie: string): string {
  return `web:site:${cookie.slice('loa_chat='.length).split('.')[0]}`
}

function post(site: ScriptedSite, cookie: string, body: unknown): Promise<Response> {
  return fetch(`${site.url}/api/web/messages`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** Reads a stream until it has said `count` messages, then leaves it. */
async function readEvents(
  site: ScriptedSite,
  cookie: string,
  count: number,
  options: { after?: number; lastEventId?: string } = {},
): Promise<{ id: string; text: string }[]> {
  const leave = new AbortController()
  const headers = {
    cookie,
    ...(options.lastEventId ? { 'last-event-id': options.lastEventId } : {}),
  }
  const address = `${site.url}/api/web/events?after=${options.after ?? 0}`
  const response = await fetch(address, { headers, signal: leave.signal })
  const found: { id: string; text: string }[] = []
  let text = ''
  for await (const bytes of response.body ?? []) {
    text += Buffer.from(bytes).toString('utf8')
    found.length = 0
    for (const [, id = '', data = ''] of text.matchAll(/id: (\d+)\ndata: (.*)\n\n/g)) {
      found.push({ id, text: JSON.parse(data).text })
    }
    if (found.length >= count) break
  }
  leave.abort()
  return found
}

beforeAll(() => echo.start())
afterAll(() => Promise.all(sites.map((site) => site.stop())))

describe('GET /', () => {
  test('gives a newcomer an unguessable cookie and someone known their own again', async () => {
    const first = await fetch(`${echo.url}/`)
    const given = first.headers.get('set-cookie')
    expect(given).toMatch(
      /^loa_chat=[\w-]{22}\.[\w-]{22}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/,
    )
    const cookie = given?.split(';')[0] ?? ''
    const second = await fetch(`${echo.url}/`, { headers: { cookie } })
    expect(second.headers.get('set-cookie')).toBe(given)
    expect(await visit(echo)).not.toBe(cookie)
  })

  test('makes the cookie secure on an https site', async () => {
    const site = await open(() => [], { publicUrl: 'https://loa.example.vn' })
    const response = await fetch(`${site.url}/`)
    expect(response.headers.get('set-cookie')).toMatch(/; Secure$/)
  })

  test('is Vietnamese, tells who it is, and helps without JavaScript', async () => {
    const html = await (await fetch(`${echo.url}/`)).text()
    expect(html).toContain('<html lang="vi">')
    expect(html).toContain(`<p>${page.texts.subtitle}</p>`)
    expect(html).toContain('<a href="/t/chip-no-tracking">Chip có &quot;theo dõi&quot; không?</a>')
    expect(html).toContain('<li>Tổng đài: 1900 0368 (có thể tính cước)</li>')
  })

  test('runs no script but its own', async () => {
    const response = await fetch(`${echo.url}/`)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    for (const [tag] of (await response.text()).matchAll(/<script[^>]*>/g)) {
      expect(tag).toMatch(/ src="\/assets\//)
    }
  })
})

describe('GET /assets', () => {
  test('everything the page names is served, compressed, for ever, under 150 KB in all', async () => {
    const html = await (await fetch(`${echo.url}/`)).text()
    const base = /\/assets\/[0-9a-f]{16}/.exec(html)?.[0]
    const waiting = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)
    const seen = new Set<string>()
    let bytes = 0
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      const response = await fetch(echo.url + path, { headers: { 'accept-encoding': 'gzip' } })
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toContain('immutable')
      const source = await response.text()
      bytes += Number(response.headers.get('content-length'))
      if (path.endsWith('deep-chat.mjs')) continue
      for (const [, name] of source.matchAll(/(?:from|import) '\.\/([^']+)'/g)) {
        waiting.push(`${base}/${name}`)
      }
    }
    expect(seen.size).toBeGreaterThan(5)
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThan(150 * 1024)
  })

  test('an unknown or climbing name is not found', async () => {
    const html = await (await fetch(`${echo.url}/`)).text()
    const base = /\/assets\/[0-9a-f]{16}/.exec(html)?.[0]
    for (const name of ['nothing.mjs', '..%2fpackage.json', '%2e%2e%2f%2e%2e%2fpackage.json']) {
      expect((await fetch(`${echo.url}${base}/${name}`)).status).toBe(404)
    }
  })

  test('a client that cannot decompress gets the same file', async () => {
    const html = await (await fetch(`${echo.url}/`)).text()
    const path = /\/assets\/[^"]+chat\.css/.exec(html)?.[0]
    const get = async (encoding: string) => {
      const response = await fetch(echo.url + path, { headers: { 'accept-encoding': encoding } })
      return { encoding: response.headers.get('content-encoding'), text: await response.text() }
    }
    const plain = await get('identity')
    expect(plain.encoding).toBeNull()
    expect(await get('gzip')).toEqual({ encoding: 'gzip', text: plain.text })
    expect(await get('gzip, deflate, br')).toEqual({ encoding: 'br', text: plain.text })
    expect((await get('br;q=0, gzip')).encoding).toBe('gzip')
  })
})

describe('a page in the frame of another site', () => {
  const getTranscript = (pass: string, site = echo) =>
    fetch(`${site.url}/api/web/transcript`, { headers: { 'loa-pass': pass } })

  test('may be shown by the sites of settings.yaml and no others', async () => {
    const site = await open(() => [])
    const policy = async () => {
      const { headers } = await fetch(`${site.url}/embed`)
      expect(headers.get('x-frame-options')).toBeNull()
      return headers.get('content-security-policy') ?? ''
    }
    expect(await policy()).toMatch(/; frame-ancestors 'none'$/)
    site.embedOrigins = ['https://phuong.hanoi.gov.vn', 'https://*.example.vn']
    expect(await policy()).toMatch(
      /; frame-ancestors https:\/\/phuong.hanoi.gov.vn https:\/\/\*.example.vn$/,
    )
  })

  test('gets its pass in a header and in a cookie of that site alone, and is known by either', async () => {
    const framed = await fetch(`${echo.url}/embed`)
    expect(framed.headers.get('set-cookie')).toBeNull()
    const first = await getTranscript('none')
    const kept = first.headers.get('set-cookie') ?? ''
    expect(kept).toMatch(
      /^loa_framed=[\w.-]{45}; Path=\/; Max-Age=604800; HttpOnly; SameSite=None; Secure; Partitioned$/,
    )
    const pass = first.headers.get('loa-pass') ?? ''
    const headers = { 'loa-pass': pass, 'content-type': 'application/json' }
    const body = JSON.stringify({ id: ID, text: 'trong khung' })
    const sent = await fetch(`${echo.url}/api/web/messages`, { method: 'POST', headers, body })
    expect(sent.status).toBe(200)
    const again = await getTranscript(pass)
    expect(again.headers.get('loa-pass')).toBe(pass)
    expect(await again.json()).toMatchObject([{ from: 'person', text: 'trong khung' }])
    const byCookie = await fetch(`${echo.url}/api/web/transcript`, {
      headers: { 'loa-pass': 'none', cookie: kept.split(';')[0] ?? '' },
    })
    expect(byCookie.headers.get('loa-pass')).toBe(pass)
    // A call that another site makes the browser send has the cookie and cannot have the header.
    const forged = { cookie: kept.split(';')[0] ?? '', 'content-type': 'application/json' }
    const refused = await fetch(`${echo.url}/api/web/messages`, {
      method: 'POST',
      headers: forged,
      body,
    })
    expect(refused.status).toBe(401)
  })

  test('is not taken for our own page of the same browser', async () => {
    const cookie = await visit(echo)
    const response = await fetch(`${echo.url}/api/web/transcript`, {
      headers: { cookie, 'loa-pass': 'none' },
    })
    expect(response.headers.get('loa-pass')).not.toBe(cookie.slice('loa_chat='.length))
  })

  test('gets another pass for one that we did not sign', async () => {
    const forged = `${'A'.repeat(22)}.${'A'.repeat(22)}`
    const given = (await getTranscript(forged)).headers.get('loa-pass')
    expect(given).not.toBe(forged)
    expect(passes.readPerson({ 'loa-pass': given ?? '' })).toMatch(/^[\w-]{22}$/)
  })

  test('comes with a script that any site may load, and that names the sites which may show it', async () => {
    const site = await open(() => [])
    site.embedOrigins = ['https://phuong.hanoi.gov.vn']
    const response = await fetch(`${site.url}/embed.js`)
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    const script = await response.text()
    expect(script).toContain('"origins":["https://phuong.hanoi.gov.vn"]')
    expect(script).toContain(`"open":"${page.texts.embed_open}"`)
  })
})

describe('POST /api/web/messages', () => {
  test('a message is answered, and the transcript shows both', async () => {
    const cookie = await visit(echo)
    expect((await post(echo, cookie, { id: ID, text: 'xin chào' })).status).toBe(200)
    const [answer] = await readEvents(echo, cookie, 1)
    expect(answer?.text).toBe('Nghe rồi: xin chào')
    const transcript = await fetch(`${echo.url}/api/web/transcript`, { headers: { cookie } })
    expect(await transcript.json()).toEqual([
      { id: ID, from: 'person', text: 'xin chào', buttons: [] },
      { id: answer?.id, from: 'bot', text: 'Nghe rồi: xin chào', buttons: [] },
    ])
  })

  test('the same message sent again is answered once', async () => {
    const cookie = await visit(echo)
    const before = echo.inbox.length
    for (let time = 0; time < 3; time++) await post(echo, cookie, { id: ID, text: 'một lần' })
    expect(echo.inbox.length).toBe(before + 1)
  })

  test('without a cookie, or from another site, nothing is stored', async () => {
    const before = echo.inbox.length
    expect((await post(echo, '', { id: ID, text: 'a' })).status).toBe(401)
    const response = await fetch(`${echo.url}/api/web/messages`, {
      method: 'POST',
      headers: {
        cookie: await visit(echo),
        origin: 'https://evil.example',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ id: ID, text: 'a' }),
    })
    expect(response.status).toBe(401)
    expect(echo.inbox.length).toBe(before)
  })

  test('an oversize body gets 413', async () => {
    const cookie = await visit(echo)
    expect((await post(echo, cookie, { id: ID, text: 'a'.repeat(20_000) })).status).toBe(413)
    expect((await post(echo, cookie, { id: ID, text: 'a'.repeat(3000) })).status).toBe(413)
  })

  test('what cannot be stored is not acknowledged', async () => {
    const cookie = await visit(echo)
    echo.broken = true
    const refused = await post(echo, cookie, { id: ID, text: 'a' })
    echo.broken = false
    expect(refused.status).toBe(500)
    expect((await post(echo, cookie, { id: ID, text: 'a' })).status).toBe(200)
  })

  test('one person who sends too much is told when to come back; others are not held up', async () => {
    const site = await open(() => [], { limits: { perPerson: 3 } })
    const cookie = await visit(site)
    const send = (index: number) => post(site, cookie, { id: `${index}`.repeat(32), text: 'a' })
    for (let index = 1; index <= 3; index++) expect((await send(index)).status).toBe(200)
    const refused = await send(4)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(site.inbox).toHaveLength(3)
    expect((await post(site, await visit(site), { id: ID, text: 'a' })).status).toBe(200)
  })

  test('someone who makes up cookies is held up by address', async () => {
    const site = await open(() => [], { limits: { newPerAddress: 2 } })
    const statuses: number[] = []
    for (let index = 0; index < 4; index++) {
      statuses.push((await post(site, await visit(site), { id: ID, text: 'a' })).status)
    }
    expect(statuses).toEqual([200, 200, 429, 429])
  })
})

describe('GET /api/web/events', () => {
  test('replays after the last id that the page has, and the header wins over the address', async () => {
    const cookie = await visit(echo)
    const conversation = toConversation(cookie)
    await echo.say(conversation, [{ text: 'một' }, { text: 'hai' }, { text: 'ba' }])
    const all = await readEvents(echo, cookie, 3)
    expect(all.map(({ text }) => text)).toEqual(['một', 'hai', 'ba'])
    const after = Number(all[0]?.id)
    expect(await readEvents(echo, cookie, 2, { after })).toEqual(all.slice(1))
    const lastEventId = all[1]?.id ?? ''
    expect(await readEvents(echo, cookie, 1, { after, lastEventId })).toEqual(all.slice(2))
  })

  test('shows a message while the page is open, each once and in order', async () => {
    const cookie = await visit(echo)
    const conversation = toConversation(cookie)
    const reading = readEvents(echo, cookie, 20)
    for (let index = 0; index < 20; index++) await echo.say(conversation, [{ text: `${index}` }])
    const texts = (await reading).map(({ text }) => text)
    expect(texts).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`))
  })

  test('finds what another process said, which no hub announces here', async () => {
    const site = await open(() => [])
    const cookie = await visit(site)
    const reading = readEvents(site, cookie, 1)
    site.announces = false
    await new Promise((resolve) => setTimeout(resolve, 100))
    await site.say(toConversation(cookie), [{ text: 'từ nơi khác' }])
    expect((await reading)[0]?.text).toBe('từ nơi khác')
  })

  test("never shows another person's messages", async () => {
    const mine = await visit(echo)
    const theirs = await visit(echo)
    await echo.say(toConversation(theirs), [{ text: 'của người khác' }])
    await echo.say(toConversation(mine), [{ text: 'của tôi' }])
    expect((await readEvents(echo, mine, 1)).map(({ text }) => text)).toEqual(['của tôi'])
  })

  test('is refused without a cookie', async () => {
    expect((await fetch(`${echo.url}/api/web/events`)).status).toBe(401)
  })

  test('a shutdown ends the open streams', async () => {
    const site = await open(() => [])
    const cookie = await visit(site)
    const response = await fetch(`${site.url}/api/web/events`, {
      headers: { cookie, connection: 'close' },
    })
    const reading = response.text()
    await site.shutDown()
    expect(await reading).toContain('event: heartbeat')
  })
})
