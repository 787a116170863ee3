import { existsSync, readFileSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { until } from '../e2e/until'
import { startShareSite, XSS } from './share-site'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
const isInstalled = existsSync(CHROMIUM)
const describeIf = isInstalled ? describe : describe.skip
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const MAX_BYTES = 100_000

/** The heaviest of each kind. */
const PAGES = [
  '/t/no-smartphone?u=phuong-mau&l=poster',
  '/g/register-level-2?u=phuong-mau',
  '/t',
  '/t?q=chip',
  '/t/chip-no-trackin',
  '/t/card-gone',
  '/links',
  '/c/KMPXTR',
]

/** Collects, before anything is shown, what moves later and what the largest thing shown is. */
const OBSERVE = `
  window.seen = { shift: 0, largest: null, violations: [] }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.largest = entry.element?.tagName ?? null
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  addEventListener('securitypolicyviolation', (event) => window.seen.violations.push(event.violatedDirective))
`
type Seen = { shift: number; largest: string | null; violations: string[] }

jest.setTimeout(120_000)

describeIf(isInstalled ? 'pages on a phone' : `pages (skipped: no Chromium at ${CHROMIUM})`, () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let site: Awaited<ReturnType<typeof startShareSite>>

  beforeAll(async () => {
    site = await startShareSite()
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS, timeout: 60_000 })
  })
  afterAll(async () => {
    await browser?.close()
    await site.stop()
  })
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 360, height: 740 } })
    page = await context.newPage()
    await page.addInitScript(OBSERVE)
  })
  afterEach(() => context.close())

  test.each(PAGES)('%s is light, stands still, begins with text and fits', async (path) => {
    let bytes = 0
    page.on('response', async (response) => {
      bytes += (await response.body().catch(() => Buffer.alloc(0))).length
      expect(response.url().startsWith(site.url)).toBe(true)
    })
    await page.goto(site.url + path, { waitUntil: 'load' })
    const look = async () => (await page.evaluate('window.seen')) as Seen // what OBSERVE makes
    await until('the largest thing shown', async () => (await look()).largest !== null)
    const seen = await look()
    expect(seen.shift).toBe(0)
    expect(['P', 'H1', 'H2', 'H3', 'LI', 'A', 'TD']).toContain(seen.largest)
    expect(seen.violations).toEqual([])
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(MAX_BYTES)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  })

  test.each(PAGES)('%s has nothing that axe finds', async (path) => {
    await page.goto(site.url + path)
    await page.evaluate(AXE)
    const violations = (await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
    )) as [string, string][] // as written in the line above
    expect(violations).toEqual([])
  })

  test('a search and a thanks need no script', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const reader = await plain.newPage()
    await reader.goto(`${site.url}/t`)
    await reader.getByRole('searchbox').fill('chip')
    await reader.getByRole('button', { name: 'Tìm' }).click()
    await reader.getByRole('link', { name: 'theo dõi người dùng' }).first().click()
    await reader.getByRole('button', { name: 'Có ích' }).click()
    await reader.getByText('Cảm ơn bác đã cho biết.').waitFor()
    await plain.close()
  })

  test('text stays text, whatever stands in an entry, a unit or an address', async () => {
    const hostile = encodeURIComponent(XSS)
    const paths = [
      '/t/thanks',
      `/t?q=${hostile}&u=${hostile}`,
      `/t/chip-no-tracking?u=xa-mau&l=${hostile}&old=${hostile}`,
      `/t/${hostile}`,
      '/links?u=xa-mau',
    ]
    for (const path of paths) {
      await page.goto(site.url + path)
      expect(await page.evaluate('window.hacked')).toBeUndefined()
      expect(await page.locator('img').count()).toBe(0)
      expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
      expect(((await page.evaluate('window.seen')) as Seen).violations).toEqual([])
    }
    await page.goto(`${site.url}/t/thanks`)
    expect(await page.locator('h1').textContent()).toBe(XSS)
    const data = await page.locator('script').textContent()
    expect(JSON.parse(data ?? '').mainEntity[0].name).toBe(XSS)
  })

  test('a notice is text with one link, and has nothing that axe finds', async () => {
    const notice = { id: 1, text: XSS, link: 'https://vneid.gov.vn', endsAt: Date.now() + 60_000 }
    const id = 'chip-no-tracking'
    site.bulletins = [
      { ...notice, topic: null },
      { ...notice, topic: id },
    ]
    try {
      for (const path of [`/t/${id}`, '/g/activate-account']) {
        await page.goto(site.url + path)
        expect(await page.evaluate('window.hacked')).toBeUndefined()
        expect(await page.locator('main img').count()).toBe(0)
        expect(await page.locator('.notice p').first().textContent()).toContain(XSS)
        expect(await page.locator('.notice a').first().getAttribute('href')).toBe(notice.link)
        expect(((await page.evaluate('window.seen')) as Seen).violations).toEqual([])
        await page.evaluate(AXE)
        expect(await page.evaluate('axe.run().then(({ violations }) => violations.length)')).toBe(0)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
        if (process.env.SCREENSHOTS) {
          const name = path.replaceAll('/', '-')
          await page.screenshot({ path: `${process.env.SCREENSHOTS}/notice${name}.png` })
        }
      }
    } finally {
      site.bulletins = []
    }
  })

  test('on paper there is what can be read, and not what can be pressed', async () => {
    await page.goto(`${site.url}/t/no-smartphone?u=phuong-mau`)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('Nơi đến: Công an phường Mẫu').isVisible()).resolves.toBe(true)
    await expect(page.getByText('Nguồn', { exact: true }).isVisible()).resolves.toBe(true)
    await expect(page.getByText('Xem trên mạng: https://loa').isVisible()).resolves.toBe(true)
    for (const name of ['Hỏi ngay tại đây', 'Hỏi trên Zalo', 'Có ích']) {
      await expect(page.getByText(name, { exact: true }).isVisible()).resolves.toBe(false)
    }
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })
})
