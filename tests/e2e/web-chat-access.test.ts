import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { page as pageSettings, ScriptedSite } from '../channels/web/scripted-site'
import type { Listening } from '../stand-ins/listen'
import { describeInBrowser, startBrowser, startLastingBrowser } from './browser'
import { startSiteAround } from './site-around'

const { texts } = pageSettings
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const WELCOME =
  'Chào bác! Loa là trợ lý tự động của đợt tuyên truyền về thẻ căn cước gắn chip và VNeID.'
const ACTIONS = [
  { type: 'postBack', title: 'Hướng dẫn kích hoạt tài khoản', value: 'flow:activate' },
  { type: 'postBack', title: 'Thẻ có lợi gì?', value: 'topic:benefits' },
  { type: 'openUrl', title: 'Trang của VNeID', value: 'https://vneid.gov.vn/' },
]
/** What everything that a page loads may weigh, compressed, with the heads of the answers. */
const MAX_BYTES = 150 * 1024

/** The page loads, thinks and reconnects: time for all of it on a slow machine. */
jest.setTimeout(60_000)

describeInBrowser('the web chat for everyone', () => {
  let browser: Browser
  let context: BrowserContext
  let loa: ScriptedSite
  let ward: Listening

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    loa = new ScriptedSite(({ type, text }) =>
      type === 'conversationUpdate'
        ? [{ text: WELCOME, suggestedActions: { to: [], actions: ACTIONS } }]
        : [{ text: `Nghe rồi: ${text}` }],
    )
    await loa.start()
    ward = await startSiteAround(`${loa.url}/embed.js`)
    loa.embedOrigins = [ward.url]
  })
  afterEach(async () => {
    await context.close()
    await ward.close()
    await loa.stop()
  })

  /** The page of a context, with the chat open, and where the chat is in it. */
  const OPENINGS = {
    'on its own page': async (page: Page): Promise<Frame> => {
      await page.goto(loa.url)
      await page.getByText(WELCOME).waitFor()
      return page.mainFrame()
    },
    'on another site': async (page: Page): Promise<Frame> => {
      await page.goto(ward.url)
      await page.getByRole('button', { name: texts.embed_open }).click()
      await page.frameLocator('iframe').getByText(WELCOME).waitFor()
      const [, frame] = page.frames()
      if (!frame) throw new Error('the chat is not framed')
      return frame
    },
  }
  const places = Object.entries(OPENINGS).map(([place, open]) => ({ place, open }))

  /** What axe finds in a document, as rule and place. */
  async function findBarriers(frame: Frame): Promise<string[]> {
    await frame.evaluate(AXE)
    // The script above has defined it.
    const { violations } = (await frame.evaluate('axe.run({ iframes: false })')) as AxeResults
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, impact }) => `${impact} ${id}: ${target}`),
    )
  }

  describe.each(places)('$place', ({ open }) => {
    test('axe finds nothing, and looks into every part', async () => {
      context = await browser.newContext({ locale: 'vi-VN' })
      const page = await context.newPage()
      const frame = await open(page)
      await frame.getByRole('textbox').fill('chip')
      await frame.getByRole('textbox').press('Enter')
      await frame.getByText('Nghe rồi: chip').waitFor()
      expect(await findBarriers(frame)).toEqual([])
      expect(await findBarriers(page.mainFrame())).toEqual([])
      // So that the silence above means something: a barrier inside deep-chat is found.
      await frame.evaluate(
        `document.querySelector('deep-chat').shadowRoot.getElementById('messages')
          .append(Object.assign(document.createElement('button'), { type: 'button' }))`,
      )
      expect(await findBarriers(frame)).toEqual([
        expect.stringMatching(/^critical button-name: deep-chat,/),
      ])
    })

    test('the keyboard goes from the conversation over its buttons to the input and the send button', async () => {
      context = await browser.newContext({ locale: 'vi-VN' })
      const page = await context.newPage()
      const frame = await open(page)
      const focused = () =>
        frame.evaluate(
          `{ const { activeElement } = document.querySelector('deep-chat').shadowRoot
             ;(activeElement?.id || activeElement?.textContent)?.trim() }`,
        )
      await frame.locator('#messages').focus()
      const walked = [await focused()]
      for (let step = 0; step < 5; step += 1) {
        await page.keyboard.press('Tab')
        walked.push(await focused())
      }
      expect(walked).toEqual([
        'messages',
        'Hướng dẫn kích hoạt tài khoản',
        'Thẻ có lợi gì?',
        expect.stringContaining('Trang của VNeID'),
        'text-input',
        texts.send,
      ])
    })

    test('nothing moves for those who want no motion', async () => {
      context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce' })
      const frame = await open(await context.newPage())
      loa.announces = false
      await frame.getByRole('textbox').fill('chip')
      await frame.getByRole('textbox').press('Enter')
      await frame.locator('.typing').waitFor()
      const running = `document.getAnimations().length +
        document.querySelector('deep-chat').shadowRoot.getAnimations().length`
      expect(await frame.evaluate(running)).toBe(0)
    })

    test(`loads less than ${MAX_BYTES / 1024} KB in all`, async () => {
      context = await browser.newContext({ locale: 'vi-VN' })
      const page = await context.newPage()
      const sizes: Promise<number>[] = []
      page.on('requestfinished', (request) => {
        sizes.push(
          request
            .sizes()
            .then(
              ({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize,
            ),
        )
      })
      await open(page)
      await page.waitForTimeout(500)
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
      expect(sizes.length).toBeGreaterThan(10)
      expect(bytes).toBeGreaterThan(80 * 1024)
      expect(bytes).toBeLessThan(MAX_BYTES)
      if (process.env.SHOW_BYTES)
        process.stderr.write(`${bytes} bytes in ${sizes.length} answers\n`)
    })
  })

  describe.each([
    { name: 'a small phone', width: 360, height: 640, fontSize: 16 },
    { name: 'a small phone with text of 200 %', width: 360, height: 640, fontSize: 32 },
    { name: 'a small phone on its side', width: 640, height: 360, fontSize: 16 },
    { name: 'a page zoomed to 400 %', width: 320, height: 256, fontSize: 16 },
  ])('on $name', ({ width, height, fontSize }) => {
    let folder: string
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'loa-profile-'))
      context = await startLastingBrowser(folder, { fontSize })
    })
    afterEach(async () => {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    })

    test.each(places)(
      'fits, with room to read and targets that a finger hits, $place',
      async ({ place, open }) => {
        const page = await context.newPage()
        await page.setViewportSize({ width, height })
        const frame = await open(page)
        if (process.env.PICTURES) {
          await page.screenshot({
            path: join(process.env.PICTURES, `${width}-${fontSize}-${place}.png`),
          })
        }
        const { tooWide, room, small, outside } = (await frame.evaluate(`(() => {
        const root = document.querySelector('deep-chat').shadowRoot
        const messages = root.getElementById('messages')
        const targets = [...root.querySelectorAll('.choice, .input-button, #text-input-container')]
        const boxes = targets.map((target) => target.getBoundingClientRect())
        return {
          tooWide: [document.documentElement, messages].map((part) => part.scrollWidth - part.clientWidth),
          room: messages.clientHeight,
          small: boxes.filter(({ width, height }) => Math.min(width, height) < 44).length,
          outside: boxes.slice(-2).filter(({ right, bottom }) => right > innerWidth || bottom > innerHeight).length,
        }
      })()`)) as { tooWide: number[]; room: number; small: number; outside: number }
        expect({ tooWide, small, outside }).toEqual({ tooWide: [0, 0], small: 0, outside: 0 })
        expect(room).toBeGreaterThanOrEqual(height / 3)

        const close = page.getByRole('button', { name: texts.embed_close })
        if ((await close.count()) === 0) return
        const closeBox = await close.boundingBox()
        expect(Math.min(closeBox?.width ?? 0, closeBox?.height ?? 0)).toBeGreaterThanOrEqual(44)
        const words = await frame.locator('header > div').boundingBox()
        expect((words?.x ?? 0) + (words?.width ?? 0)).toBeLessThanOrEqual(closeBox?.x ?? 0)
        const header = await frame.locator('header').boundingBox()
        expect((closeBox?.y ?? 0) + (closeBox?.height ?? 0)).toBeLessThanOrEqual(
          (header?.y ?? 0) + (header?.height ?? 0),
        )
      },
    )
  })
})
