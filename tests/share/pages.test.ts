import { findOpenGraphProblems, readOpenGraph } from './open-graph'
import { PUBLIC_URL, startShareSite, XSS } from './share-site'

let site: Awaited<ReturnType<typeof startShareSite>>

beforeAll(async () => {
  site = await startShareSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  site.isDatabaseGone = false
  await site.counter.flush()
  site.counts.length = 0
})

const PERSON =
  'Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 Chrome/124 Mobile Safari/537.36'
const open = (path: string, init: RequestInit = {}) =>
  fetch(site.url + path, {
    redirect: 'manual',
    ...init,
    headers: { accept: 'text/html', 'user-agent': PERSON, ...init.headers },
  })
/** Asks whether a copy is still good, as a browser does: without these, Node's fetch wants a fresh one. */
const ifChanged = (etag: string) => ({
  headers: { 'if-none-match': etag, 'cache-control': 'max-age=0', pragma: 'x' },
})
const read = async (path: string) => (await open(path)).text()

describe('the page of a topic', () => {
  test('holds the question, the answer, its sources with dates, and where to ask', async () => {
    const page = await read('/t/chip-no-tracking')
    const topic = site.content.knowledge.topics.get('chip-no-tracking')
    expect(page).toContain(`<h1>${topic?.question}</h1>`)
    expect(page).toContain(topic?.answer.short.trim())
    expect(page).toContain('1579-CV/BTGTU của Ban Tuyên giáo Thành ủy Hà Nội, 21/6/2023')
    expect(page).toContain('Luật Căn cước 26/2023/QH15, Điều 24, 25')
    expect(page).toContain('Soát ngày 25/11/2026')
    expect(page).toContain('href="/?ref=t_chip-no-tracking"')
    expect(page).toContain('href="https://m.me/loa.thudo?ref=t_chip-no-tracking"')
    expect(page).toContain('href="https://zalo.me/579745863508352884"')
    expect(page).toContain('href="/t/chip-data-safe"')
  })

  test('tells where to go of the unit of its link, and keeps unit and place in every way on', async () => {
    const page = await read('/t/chip-no-tracking?u=phuong-mau&l=poster')
    expect(page).toContain('Nơi đến: Công an phường Mẫu, số 1 phố Mẫu.')
    expect(page).toContain('Điện thoại: 024 0000 0000.')
    expect(page).toContain('ref=t_chip-no-tracking_phuong-mau_poster')
    expect(page).toContain('href="/t/chip-data-safe?u=phuong-mau&amp;l=poster"')
    expect(page).toContain(`<link rel="canonical" href="${PUBLIC_URL}/t/chip-no-tracking">`)
  })

  test.each([
    '',
    '?u=nowhere',
    '?u=',
    '?u[]=a&u[]=b',
    `?u=${encodeURIComponent(XSS)}&l=nguyen-van-a`,
  ])('tells the city’s where the unit is not known: %s', async (query) => {
    const page = await read(`/t/chip-no-tracking${query}`)
    expect(page).toContain('Nơi đến: Công an xã, phường nơi cư trú.')
    expect(page).toContain('ref=t_chip-no-tracking"')
  })

  test('names the city’s phone where the unit has none', async () => {
    expect(await read('/t/chip-no-tracking?u=xa-mau')).toContain('Điện thoại: 1900 0368.')
  })

  test('shows a code for Zalo, and comes without one when the database is gone', async () => {
    expect(await read('/t/chip-no-tracking')).toContain('<span class="code">BCFGH</span>')
    expect(site.codes.has('t_chip-no-tracking')).toBe(true)
    site.isDatabaseGone = true
    const page = await open('/t/chip-no-tracking')
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain('class="code"')
  })

  test('tells search engines the question and its answer', async () => {
    const page = await read('/t/chip-no-tracking')
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? []
    expect(JSON.parse(json)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      mainEntity: [
        {
          '@type': 'Question',
          acceptedAnswer: { '@type': 'Answer', text: expect.stringContaining('Không.') },
        },
      ],
    })
  })

  test('is sent again only when it has changed', async () => {
    const etag = (await open('/t/chip-no-tracking')).headers.get('etag') ?? ''
    const again = await open('/t/chip-no-tracking', ifChanged(etag))
    expect(again.status).toBe(304)
  })
})

describe('the page of a guide', () => {
  test('can be read from its first step to its last, with what every choice leads to', async () => {
    const page = await read('/g/activate-account?u=phuong-mau')
    const steps = site.content.flows.get('activate-account')?.flow.steps ?? []
    for (const { id } of steps) expect(page.split(`id="${id}"`)).toHaveLength(2)
    expect(page).toContain('<a href="/g/fix-otp?u=phuong-mau">')
    expect(page).toContain('href="#no-button"')
    expect(page).toContain('/?ref=g_activate-account_phuong-mau')
    for (const [, anchor] of page.matchAll(/href="#([^"]+)"/g))
      expect(page).toContain(`id="${anchor}"`)
  })
})

describe('old links', () => {
  test.each([
    [
      'renamed twice',
      '/t/chip-spies?u=phuong-mau&l=loa',
      '/t/chip-no-tracking?u=phuong-mau&l=loa&old=chip-spies',
      '05/3/2026',
    ],
    ['merged', '/t/chip-merged', '/t/chip-no-tracking?old=chip-merged', '09/5/2026'],
    ['of a guide', '/g/activate', '/g/activate-account?old=activate', '01/7/2026'],
  ])('%s land on the current page, which says since when', async (_, old, now, day) => {
    const response = await open(old)
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe(now)
    expect(await read(now)).toContain(`đã chuyển về trang này từ ngày ${day}`)
  })

  test('to what was deleted say so, since when, and whom to ask', async () => {
    const response = await open('/t/card-gone')
    expect(response.status).toBe(410)
    const page = await response.text()
    expect(page).toContain('Không còn từ ngày 01/6/2026.')
    expect(page).toContain('Việc này đã bỏ. Bác hỏi Công an xã, phường.')
  })

  test('that never were say nothing, whatever the address claims', async () => {
    expect(await read('/t/qr-fields?old=chip-spies')).not.toContain('đã chuyển')
  })
})

describe('an address without a page', () => {
  test('shows what was probably meant, and a search', async () => {
    const response = await open('/t/chip-no-trackin')
    expect(response.status).toBe(404)
    const page = await response.text()
    expect(page).toContain('Có phải bác tìm:')
    expect(page).toContain('href="/t/chip-no-tracking"')
    expect(page).toContain('name="q"')
  })

  test.each(['/nowhere', '/t/', '/t/%3Cscript%3E', '/g/nothing', '/t/constructor', '/g/__proto__'])(
    'is told kindly: %s',
    async (path) => {
      const response = await open(path)
      expect([200, 404]).toContain(response.status)
      expect(await response.text()).toContain('<form action="/t" role="search">')
    },
  )

  test('is told plainly to programs', async () => {
    const response = await fetch(`${site.url}/nowhere`, {
      headers: { accept: '*/*' },
      method: 'POST',
    })
    expect([response.status, await response.text()]).toEqual([404, 'not found'])
  })
})

describe('previews', () => {
  test('of every page keep the rules of the Open Graph protocol', async () => {
    const paths = [
      ...(await read('/sitemap.xml')).matchAll(/<loc>https:\/\/loa\.example\.vn(.*?)<\/loc>/g),
    ]
    expect(paths.length).toBeGreaterThan(80)
    for (const [, path = ''] of paths) {
      const response = await open(path)
      expect([path, response.status]).toEqual([path, 200])
      const properties = readOpenGraph(await response.text())
      expect([path, findOpenGraphProblems(properties)]).toEqual([path, []])
      expect(Object.fromEntries(properties)['og:url']).toBe(PUBLIC_URL + path)
    }
  })

  test.each(['/t/chip-no-tracking', '/g/register-level-2', '/t'])(
    'of %s show a picture of the size that they tell, under its own address for every text',
    async (path) => {
      const properties = Object.fromEntries(readOpenGraph(await read(path)))
      const address = properties['og:image']?.replace(PUBLIC_URL, '') ?? ''
      const response = await open(address)
      expect(response.headers.get('content-type')).toBe('image/png')
      const picture = Buffer.from(await response.arrayBuffer())
      expect(picture.subarray(1, 4).toString()).toBe('PNG')
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
      expect(properties['og:image:width']).toBe('1200')
      // WhatsApp takes 600 KB, others more.
      expect(picture.length).toBeLessThan(300_000)
      const etag = response.headers.get('etag') ?? ''
      expect((await open(address, ifChanged(etag))).status).toBe(304)
    },
  )

  test('of what is not there are not drawn', async () => {
    expect((await open('/t/nothing/preview.png')).status).toBe(404)
    expect((await open('/g/nothing/preview.png')).status).toBe(404)
  })
})

test('search engines are shown every page, and kept from what is one person’s', async () => {
  const robots = await read('/robots.txt')
  expect(robots).toContain(`Sitemap: ${PUBLIC_URL}/sitemap.xml`)
  expect(robots).toContain('Disallow: /c/')
  const sitemap = await read('/sitemap.xml')
  expect(sitemap).toContain(`<loc>${PUBLIC_URL}/g/fix-otp</loc>`)
  expect(sitemap).not.toContain('/t/greeting<')
})

describe('the page of all questions', () => {
  test('lists them by group, and finds by words without scripts', async () => {
    expect(await read('/t')).toContain('<h2>Thẻ căn cước</h2>')
    const found = await read('/t?q=chip%20co%20theo%20doi')
    expect(found).toContain('Câu hợp với &quot;chip co theo doi&quot;')
    expect(found).toContain('<meta name="robots" content="noindex">')
    expect(await read('/t?q=gi%C3%A1+v%C3%A0ng')).toContain('Chưa thấy câu nào hợp')
  })
})

describe('the page of a code', () => {
  test('offers every way on with the code, and is kept by nobody', async () => {
    const response = await open('/c/kmpxtr')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const page = await response.text()
    expect(page).toContain('<span class="code">KMPXTR</span>')
    expect(page).toContain('href="/?ref=c_KMPXTR"')
    expect(page).toContain('href="https://m.me/loa.thudo?ref=c_KMPXTR"')
    expect(page).toContain('<svg')
    expect(page).toContain('<meta name="robots" content="noindex">')
  })

  test.each(['abc', 'KMPXT1', '%3Cscript', 'KMPXTRR'])(
    'of other letters is not there: %s',
    async (code) => {
      expect((await open(`/c/${code}`)).status).toBe(404)
    },
  )
})

describe('uses of links', () => {
  const uses = async (query = '') => {
    await site.counter.flush()
    return read(`/links${query}`)
  }

  test('are counted by link and unit, without a cookie; small numbers are hidden', async () => {
    for (let time = 0; time < 6; time++) {
      const response = await open('/t/chip-no-tracking?u=phuong-mau&l=poster')
      expect(response.headers.get('set-cookie')).toBeNull()
    }
    for (let time = 0; time < 4; time++) await open('/g/fix-otp?u=xa-mau')
    const page = await uses()
    expect(page).toContain('<td>Phường Mẫu</td><td>Áp phích</td><td class="number">6</td>')
    expect(page).toMatch(/<td class="number">dưới 5<\/td>\s*<td class="number">0<\/td>/)
    expect(page).not.toContain('<td class="number">4</td>')
    expect(await uses('?u=phuong-mau')).not.toContain('/g/fix-otp')
  })

  test('count people, and neither search engines nor what draws previews', async () => {
    const agents = [
      'facebookexternalhit/1.1',
      'Googlebot/2.1 (+http://www.google.com/bot.html)',
      'ZaloBot/1.0',
      'curl/8.5.0',
      '',
    ]
    for (const agent of agents) await open('/t/qr-fields', { headers: { 'user-agent': agent } })
    await open('/t/qr-fields', { headers: { 'sec-purpose': 'prefetch' } })
    await open('/t/qr-fields', { method: 'HEAD' })
    await site.counter.flush()
    expect(site.counts).toEqual([])
  })

  test('hold no place that is not of the list, and no unit that is not', async () => {
    await open('/t/qr-fields?u=so-nha-12&l=nguyen-van-a')
    await site.counter.flush()
    expect(site.counts).toEqual([
      { kind: 'topic', id: 'qr-fields', unit: '', place: '', event: 'opened', count: 1 },
    ])
  })

  test('count that a page was of use, and thank for it', async () => {
    const pressed = await open('/t/qr-fields?u=phuong-mau', { method: 'POST' })
    expect(pressed.status).toBe(303)
    const location = pressed.headers.get('location') ?? ''
    expect(location).toBe('/t/qr-fields?u=phuong-mau&thanks=1')
    expect(await read(location)).toContain('Cảm ơn bác đã cho biết.')
    await site.counter.flush()
    expect(site.counts).toEqual([
      { kind: 'topic', id: 'qr-fields', unit: 'phuong-mau', place: '', event: 'useful', count: 1 },
    ])
  })

  test('that cannot be stored now are stored with the next', async () => {
    site.isDatabaseGone = true
    await open('/t/qr-fields')
    await site.counter.flush()
    site.isDatabaseGone = false
    await open('/t/qr-fields')
    await site.counter.flush()
    expect(site.counts.map(({ count }) => count)).toEqual([2])
  })
})
