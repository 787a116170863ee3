import { existsSync, readFileSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { WARD } from './kit-content'
import { startKitSite, stopKitSites } from './kit-site'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

let site = ''
beforeAll(async () => {
  site = await startKitSite()
})
afterAll(stopKitSites)

test('the list leads to the kit of everything, and keeps the unit', async () => {
  const page = await (await fetch(`${site}/share?u=${WARD.code}`)).text()
  const addresses = [...page.matchAll(/href="(\/share\/[tg]?[^"]*)"/g)]
    .map(([, address = '']) => address)
    .filter((address) => !/style\.css|share\/set/.test(address))
  expect(addresses.length).toBeGreaterThan(80)
  expect(addresses.every((address) => address.endsWith(`?u=${WARD.code}`))).toBe(true)
  for (const address of [addresses[0], addresses[5], addresses[40], addresses.at(-1)]) {
    expect((await fetch(site + address)).status).toBe(200)
  }
})

test('a page has the texts with their links, and says how long the loudspeaker takes', async () => {
  const page = await (await fetch(`${site}/share/t/chip-no-tracking?u=${WARD.code}`)).text()
  expect(page).toContain(`https://loa.hanoi.gov.vn/t/chip-no-tracking?u=${WARD.code}&amp;l=zalo`)
  expect(page).toContain('Kính thưa bà con!')
  expect(page).toMatch(/hết khoảng \d\d giây/)
  expect(page).toContain(WARD.office)
})

test('an unknown unit is the city', async () => {
  const page = await (await fetch(`${site}/share/t/chip-no-tracking?u=gone`)).text()
  expect(page).toContain('https://loa.hanoi.gov.vn/t/chip-no-tracking?l=zalo')
  expect(page).not.toContain('gone')
})

test.each([
  '/share/t/no-such-topic',
  '/share/t/greeting',
  '/share/g/no-such-guide',
  '/share/x/chip-no-tracking',
  '/share/t/chip-no-tracking/poster.exe',
  '/share/t/no-such-topic/poster.pdf',
])('%s is not there, and is told so', async (path) => {
  const response = await fetch(site + path)
  expect(response.status).toBe(404)
})

test.each([
  [
    'poster.pdf',
    'application/pdf',
    '%PDF-',
    'Áp phích A4 – Chip có theo dõi – Phường Mẫu Không Có Thật.pdf',
  ],
  [
    'card.pdf',
    'application/pdf',
    '%PDF-',
    'Thẻ để bàn – Chip có theo dõi – Phường Mẫu Không Có Thật.pdf',
  ],
  [
    'picture.png',
    'image/png',
    '\x89PNG',
    'Ảnh Facebook – Chip có theo dõi – Phường Mẫu Không Có Thật.png',
  ],
  [
    'zalo.txt',
    'text/plain; charset=utf-8',
    'Chip',
    'Tin nhắn Zalo – Chip có theo dõi – Phường Mẫu Không Có Thật.txt',
  ],
])('%s is sent as what it is, under a Vietnamese name', async (name, type, begins, title) => {
  const address = `${site}/share/t/chip-no-tracking/${name}?u=${WARD.code}`
  const response = await fetch(address)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(type)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('cache-control')).toBe('public, max-age=300')
  const disposition = response.headers.get('content-disposition') ?? ''
  expect(disposition).toMatch(new RegExp(`^inline; filename="?chip-no-tracking-${name}"?;`))
  const [, encoded = ''] = /filename\*=UTF-8''(\S+)$/.exec(disposition) ?? []
  expect(decodeURIComponent(encoded)).toBe(title)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.subarray(0, begins.length).toString('latin1')).toBe(begins)

  const again = await fetch(address, {
    headers: {
      'If-None-Match': response.headers.get('etag') ?? '',
      'Cache-Control': 'max-age=0',
    },
  })
  expect(again.status).toBe(304)
})

test('what is made for strangers is bounded, what lies on the shelf is given to all', async () => {
  const bounded = await startKitSite({ limits: { perAddress: 1 } })
  const first = `${bounded}/share/t/chip-no-tracking/poster.pdf`
  expect((await fetch(first)).status).toBe(200)
  const refused = await fetch(`${bounded}/share/t/scam-warning/poster.pdf`)
  expect(refused.status).toBe(503)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.text()).toContain('tải lại trang')
  expect((await fetch(first)).status).toBe(200)
})

test('one file that many ask for at once is made once', async () => {
  const bounded = await startKitSite({ limits: { perAddress: 1, atOnce: 1 } })
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => fetch(`${bounded}/share/t/chip-no-tracking/poster.pdf`)),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
})

test('without a public address the page says that its links work here alone', async () => {
  const local = await startKitSite({
    site: () => ({ base: 'http://localhost:3978', isPublic: false }),
  })
  expect(await (await fetch(`${local}/share/loa`)).text()).toContain('PUBLIC_URL')
  expect(await (await fetch(`${site}/share/loa`)).text()).not.toContain('PUBLIC_URL')
})

const describeIf = existsSync(CHROMIUM) ? describe : describe.skip
describeIf(existsSync(CHROMIUM) ? 'in a browser' : `in a browser (skipped: no ${CHROMIUM})`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    })
  })
  afterAll(() => browser?.close())

  test.each([
    ['/share', 360],
    ['/share', 1280],
    ['/share/set', 360],
    ['/share/t/scam-warning', 360],
    ['/share/t/scam-warning', 1280],
    ['/share/g/activate-account', 360],
  ])(
    '%s at %d px has nothing that axe finds, and nothing to scroll sideways',
    async (path, width) => {
      const page = await browser.newPage({ viewport: { width, height: 800 }, bypassCSP: true })
      try {
        await page.goto(`${site}${path}?u=${WARD.code}`)
        await page.evaluate(AXE)
        const violations = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
        )
        expect(violations).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
          width,
        )
      } finally {
        await page.close()
      }
    },
  )

  test('a press copies the text', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    try {
      const page = await context.newPage()
      await page.goto(`${site}/share/t/scam-warning`)
      await page.getByRole('button', { name: 'Chép: Tin nhắn Zalo' }).click()
      await page.getByText('Đã chép').waitFor()
      expect(await page.evaluate('navigator.clipboard.readText()')).toContain(
        '/t/scam-warning?l=zalo',
      )
    } finally {
      await context.close()
    }
  })

  test('without scripts the text is there and no button lies', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    try {
      const page = await context.newPage()
      await page.goto(`${site}/share/t/scam-warning`)
      expect(await page.getByText('Kính thưa bà con!').isVisible()).toBe(true)
      expect(await page.locator('button[data-copies]').first().isVisible()).toBe(false)
    } finally {
      await context.close()
    }
  })
})
