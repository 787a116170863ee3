import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { browserProblem, startBrowser } from '../../e2e/browser'
import type { ConsoleClient } from '../console-client'

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const APP = join(__dirname, '../../../dist/console-app/index.html')

/** Widths of a laptop and of a telephone. */
export const WIDTHS = [1280, 390] as const

/** Chromium, for the console's screens. */
export type ConsoleBrowser = {
  /**
   * Opens a screen, for who is signed in to the client; nobody is without one.
   * @param path within the console: `/people`; or a whole address of it
   */
  open(
    url: string,
    path: string,
    options?: { as?: ConsoleClient; width?: number },
  ): Promise<ConsolePage>
}

/** A page of the console. */
export type ConsolePage = {
  page: Page
  /**
   * Checks that nothing of the page's is broken: no error in a script, no breach of the policy, no call to elsewhere,
   * nothing wider than the screen, no serious finding of axe. With SCREENSHOTS set, keeps a picture in that folder.
   */
  check(name: string): Promise<void>
  close(): Promise<void>
}

/** A suite in Chromium, skipped (its name says why) where there is none or the application is not built. */
export function describeInBrowser(name: string, suite: (browser: ConsoleBrowser) => void): void {
  const missing = browserProblem ?? (existsSync(APP) ? null : 'not built: npm run build')
  if (missing !== null) {
    describe.skip(`${name} (${missing})`, () => suite({} as ConsoleBrowser)) // never used
    return
  }
  describe(name, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await startBrowser()
    })
    // A test that fails leaves its pages open, and a program waits for them when it stops.
    afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
    afterAll(() => browser.close())
    suite({ open: (url, path, options) => openPage(browser, url, path, options) })
  })
}

async function openPage(
  browser: Browser,
  site: string,
  path: string,
  { as, width = WIDTHS[0] }: { as?: ConsoleClient; width?: number } = {},
): Promise<ConsolePage> {
  const address = URL.canParse(path) ? path : `${site}/console${path}`
  const url = new URL(address).origin
  const viewport = { width, height: width > 700 ? 800 : 844 }
  const context = await browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport,
  })
  const cookies = as?.cookie.split('; ').map((pair) => pair.split('=')) ?? []
  await context.addCookies(
    cookies.map(([cookie = '', value = '']) => ({ name: cookie, value, url })),
  )
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
      problems.push(`outside: ${request.url()}`)
  })
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (event) => console.error('CSP', event.violatedDirective, event.sourceFile))`,
  )
  page.on('console', (message) => {
    if (message.text().startsWith('CSP')) problems.push(message.text())
  })
  await page.goto(address)
  return {
    page,
    async check(name) {
      // What comes and goes is looked at when it is there; what turns for ever is not waited for.
      await page.evaluate(`Promise.all(
        document.getAnimations()
          .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
          .map((one) => one.finished.catch(() => {})),
      )`)
      if (process.env.SCREENSHOTS)
        await page.screenshot({
          path: `${process.env.SCREENSHOTS}/${name}-${width}.png`,
          fullPage: true,
        })
      expect(problems).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      expect(await findBarriers(page)).toEqual([])
    },
    close: () => context.close(),
  }
}

/** The serious findings of axe, each in a line. */
async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations } = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] })`,
  )) as { violations: { id: string; impact: string; nodes: { html: string }[] }[] } // axe's own form
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
