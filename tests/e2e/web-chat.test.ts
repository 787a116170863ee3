import type { Browser, BrowserContext, Page } from 'playwright-core'
import { page as pageSettings, ScriptedSite } from '../channels/web/scripted-site'
import { describeInBrowser, startBrowser } from './browser'

const { texts } = pageSettings

const XSS =
  '<img src=x onerror="window.hacked = 1"> [bấm](javascript:window.hacked=1) **đậm** <b>x</b>'
const ANSWER = `Không. Chip trên thẻ căn cước không phát sóng và không có định vị.

Chip chỉ đọc được khi đặt sát máy đọc, cách khoảng 2 cm.

Nguồn: Công văn 1579-CV/BTGTU, ngày 02/4/2024.`
const BUTTONS = {
  to: [],
  actions: [
    { type: 'postBack', title: 'Thẻ có lợi gì?', value: 'topic:benefits' },
    { type: 'postBack', title: 'Kích hoạt VNeID', value: 'flow:activate' },
    { type: 'openUrl', title: 'Trang của VNeID', value: 'https://vneid.gov.vn/' },
    { type: 'openUrl', title: 'Địa chỉ lạ', value: 'javascript:window.hacked=1' },
  ],
}

/** The page loads, thinks and reconnects: time for all of it on a slow machine. */
jest.setTimeout(60_000)

describeInBrowser('web chat', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let site: ScriptedSite
  const problems: string[] = []

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())

  beforeEach(async () => {
    problems.length = 0
    site = new ScriptedSite(({ type, text, value }) => {
      if (type === 'conversationUpdate') return [{ text: 'Chào bác! Loa là trợ lý tự động.' }]
      if (value !== undefined) return [{ text: `Đã bấm ${value}` }]
      if (text === 'xss')
        return [
          {
            text: XSS,
            suggestedActions: {
              ...BUTTONS,
              actions: [{ type: 'postBack', title: XSS, value: XSS }],
            },
          },
        ]
      if (text === 'hai tin') return [{ text: 'Tin một' }, { text: 'Tin hai' }]
      return [{ text: ANSWER, suggestedActions: BUTTONS }]
    })
    await site.start()
    context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } })
    page = await context.newPage()
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url)) problems.push(`outside: ${request.url()}`)
    })
    await page.addInitScript(
      `addEventListener('securitypolicyviolation', (event) => console.error('CSP', event.violatedDirective))`,
    )
    page.on('console', (message) => {
      if (message.text().startsWith('CSP')) problems.push(message.text())
    })
    await page.goto(site.url)
    await page.getByText('Chào bác! Loa là trợ lý tự động.').waitFor()
  })
  afterEach(async () => {
    await context.close()
    await site.stop()
  })

  const input = () => page.getByRole('textbox')
  const ask = async (text: string) => {
    await input().click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  const bubbles = () => page.locator('.message-bubble').allInnerTexts()

  test('a question typed and sent with Enter is answered', async () => {
    await ask('chip co theo doi minh khong')
    await page.getByText('Không. Chip trên thẻ căn cước').waitFor()
    const shown = await bubbles()
    expect(shown[1]).toBe('chip co theo doi minh khong')
    expect(shown[2]).toBe(ANSWER)
    expect(await page.locator('.typing').count()).toBe(0)
    expect(problems).toEqual([])
  })

  test('the send button works by mouse and by keyboard', async () => {
    await input().click()
    await page.keyboard.type('một')
    await page.getByRole('button', { name: texts.send }).click()
    await page.getByText('Không. Chip').waitFor()
    await input().click()
    await page.keyboard.type('hai tin')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.getByText('Tin hai').waitFor()
    expect((await bubbles()).slice(-2)).toEqual(['Tin một', 'Tin hai'])
  })

  test('the buttons under an answer are buttons and links, and work by keyboard', async () => {
    await ask('chip')
    const benefits = page.getByRole('button', { name: 'Thẻ có lợi gì?' })
    await benefits.waitFor()
    const link = page.getByRole('link')
    expect(await link.count()).toBe(1)
    expect(await link.getAttribute('href')).toBe('https://vneid.gov.vn/')
    expect(await link.getAttribute('rel')).toContain('noopener')
    expect(await link.textContent()).toContain('vneid.gov.vn')
    for (const choice of await page.locator('.choice').all()) {
      expect((await choice.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    }
    await benefits.focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Đã bấm flow:activate').waitFor()
    expect((await bubbles()).filter((text) => text === 'Kích hoạt VNeID')).toHaveLength(1)
    expect(problems).toEqual([])
  })

  test('a reload keeps the conversation, and welcomes nobody twice', async () => {
    await ask('chip')
    await page.getByText('Không. Chip').waitFor()
    const before = await bubbles()
    await page.reload()
    await page.getByText('Không. Chip').waitFor()
    expect(await bubbles()).toEqual(before)
    await page.getByRole('button', { name: 'Thẻ có lợi gì?' }).click()
    await page.getByText('Đã bấm topic:benefits').waitFor()
    expect(
      site.outbox.filter(({ payload }) => String(payload.text).startsWith('Chào')),
    ).toHaveLength(1)
  })

  test('text stays text, from either side and after a reload', async () => {
    const look = async () => {
      expect(
        await page
          .locator('.message-bubble img, .message-bubble b, .message-bubble strong')
          .count(),
      ).toBe(0)
      expect(await page.locator('.message-bubble a:not(.choice)').count()).toBe(0)
      expect((await bubbles()).filter((text) => text.includes(XSS))).not.toHaveLength(0)
      expect(await page.evaluate('window.hacked')).toBeUndefined()
    }
    await ask(XSS)
    await page.getByText('Không. Chip').waitFor()
    await ask('xss')
    await page.getByRole('button', { name: 'onerror' }).click()
    await page.getByText('Đã bấm <img').waitFor()
    await look()
    await page.reload()
    await page.getByText('Đã bấm <img').waitFor()
    await look()
    expect(problems).toEqual([])
  })

  test('a server that goes away loses nothing and repeats nothing', async () => {
    await site.stop()
    await page.getByRole('status').filter({ hasText: 'mất kết nối' }).waitFor()
    await ask('câu hỏi lúc mất mạng')
    await page.waitForTimeout(1500)
    await site.start()
    await page.getByText('Không. Chip').waitFor({ timeout: 20_000 })
    await page.waitForFunction(`document.getElementById('status').textContent === ''`)
    expect(site.inbox.filter(({ activity }) => activity.type === 'message')).toHaveLength(1)
    expect((await bubbles()).filter((text) => text === ANSWER)).toHaveLength(1)
  })

  test('a question typed while the phone is offline is sent when it is back, even over a reload', async () => {
    await context.setOffline(true)
    await page.getByRole('status').filter({ hasText: 'mất kết nối' }).waitFor()
    await ask('câu hỏi ngoài vùng phủ sóng')
    await context.setOffline(false)
    await page.getByText('Không. Chip').waitFor({ timeout: 20_000 })

    site.broken = true
    await ask('câu hỏi lúc máy chủ hỏng')
    await page.waitForTimeout(300)
    await page.reload()
    await page.getByText('câu hỏi lúc máy chủ hỏng').waitFor()
    site.broken = false
    await page.getByText('Không. Chip').nth(1).waitFor({ timeout: 20_000 })
    expect(site.inbox.filter(({ activity }) => activity.type === 'message')).toHaveLength(2)
  })

  test('new messages are told to screen readers, and every part has a name', async () => {
    const log = page.getByRole('log', { name: texts.history })
    expect(await log.getAttribute('aria-live')).toBe('polite')
    expect(await input().getAttribute('aria-label')).toBe(texts.placeholder)
    expect(await page.locator('.name').first().textContent()).toBe('Loa:')
  })

  test.each([
    { name: 'a small phone', width: 360, height: 640 },
    { name: 'a desk', width: 1280, height: 800 },
  ])('fits $name without scrolling sideways', async ({ width, height }) => {
    await page.setViewportSize({ width, height })
    await ask(
      'một từ dàiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii và ngắn',
    )
    await page.getByText('Không. Chip').waitFor()
    const widths = await page.evaluate(
      `[document.documentElement, document.querySelector('deep-chat').shadowRoot.getElementById('messages')]
        .map((element) => element.scrollWidth - element.clientWidth)`,
    )
    expect(widths).toEqual([0, 0])
    const box = await input().boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
  })
})
