import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { page as pageSettings, ScriptedSite } from '../channels/web/scripted-site'
import type { Listening } from '../stand-ins/listen'
import { describeInBrowser, startBrowser, startLastingBrowser } from './browser'
import { startSiteAround } from './site-around'
import { until } from './until'

const { texts } = pageSettings
const WELCOME = 'Chào bác! Loa là trợ lý tự động.'

/** The page loads, thinks and reconnects: time for all of it on a slow machine. */
jest.setTimeout(60_000)

describeInBrowser('the web chat on another site', () => {
  let browser: Browser
  let folder: string
  let context: BrowserContext
  let page: Page
  let loa: ScriptedSite
  let ward: Listening
  const errors: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'loa-profile-'))
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    errors.length = 0
    loa = new ScriptedSite(({ type, text }) =>
      type === 'conversationUpdate' ? [{ text: WELCOME }] : [{ text: `Nghe rồi: ${text}` }],
    )
    await loa.start()
    ward = await startSiteAround(`${loa.url}/embed.js`)
    loa.embedOrigins = [ward.url]
    context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } })
    page = await context.newPage()
    page.on('pageerror', ({ message }) => errors.push(message))
  })
  afterEach(async () => {
    await context.close()
    await ward.close()
    await loa.stop()
  })

  const opener = () => page.getByRole('button', { name: texts.embed_open })
  const closer = () => page.getByRole('button', { name: texts.embed_close })
  const dialog = () => page.getByRole('dialog', { name: texts.title })
  const chat = () => page.frameLocator('iframe')
  const input = () => chat().getByRole('textbox')
  const frame = (): Frame => {
    const found = page.frames().find((one) => one.url() === `${loa.url}/embed`)
    if (!found) throw new Error('the chat is not framed')
    return found
  }
  const ask = async (text: string) => {
    await input().click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await chat().getByText(`Nghe rồi: ${text}`).waitFor()
  }
  const open = async () => {
    await page.goto(ward.url)
    await opener().click()
    await chat().getByText(WELCOME).waitFor()
  }

  test('costs the site nothing before it is opened, then answers, all by keyboard', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(ward.url)
    await opener().waitFor()
    expect(asked).toEqual([`${ward.url}/`, `${loa.url}/embed.js`])
    expect(await page.locator('iframe').getAttribute('src')).toBeNull()

    await page.getByRole('link', { name: 'Tin tức' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await chat().getByText(WELCOME).waitFor()
    // On a desk one can type at once.
    await until('the focus', () =>
      frame().evaluate(`document.activeElement?.tagName === 'DEEP-CHAT'`),
    )
    await page.keyboard.type('chip')
    await page.keyboard.press('Enter')
    await chat().getByText('Nghe rồi: chip').waitFor()
    expect(errors).toEqual([])
  })

  const reopen = async () => {
    await page.reload()
    await opener().click()
  }
  const store = `localStorage.setItem('loa-probe', '1')`

  test('keeps the conversation where a browser blocks the cookies and the storage of other sites', async () => {
    await open()
    await ask('một')
    await expect(frame().evaluate(store)).rejects.toThrow('Access is denied')
    await reopen()
    await chat().getByText('Nghe rồi: một').waitFor()
    await ask('hai')
    expect(new Set(loa.inbox.map(({ conversation }) => conversation)).size).toBe(1)
    expect(loa.inbox).toHaveLength(3)
  })

  test('keeps it for a week where a browser has storage for them and no cookie', async () => {
    // Of all profiles only a lasting one lets the sites in its frames store something.
    const lasting = await startLastingBrowser(folder)
    await context.close()
    context = lasting
    page = await lasting.newPage()
    await open()
    await ask('một')
    await frame().evaluate(store)
    await lasting.clearCookies()
    await reopen()
    await chat().getByText('Nghe rồi: một').waitFor()
    expect(new Set(loa.inbox.map(({ conversation }) => conversation)).size).toBe(1)

    for (const kept of ['{ ...kept, until: Date.now() - 1 }', `{ ...kept, pass: 'made.up' }`]) {
      await frame().evaluate(`
        const kept = JSON.parse(localStorage.getItem('loa-pass'))
        localStorage.setItem('loa-pass', JSON.stringify(${kept}))`)
      await lasting.clearCookies()
      await reopen()
      await chat().getByText(WELCOME).waitFor()
      expect(await chat().getByText('Nghe rồi').count()).toBe(0)
    }
  })

  test('Escape and the button close it, and the focus is where it was', async () => {
    await open()
    await input().click()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
    const isOpenerFocused = () =>
      page.evaluate(`document.getElementById('loa-chat').shadowRoot.activeElement.className`)
    expect(await isOpenerFocused()).toBe('open')

    await page.keyboard.press('Enter')
    await dialog().waitFor()
    expect(await opener().count()).toBe(0)
    await closer().focus()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })

    await opener().click()
    await closer().click()
    await dialog().waitFor({ state: 'hidden' })
    expect(await isOpenerFocused()).toBe('open')
    // Closed is not gone: it is the same frame with the same words.
    await opener().click()
    await chat().getByText(WELCOME).waitFor()
    expect(loa.inbox).toHaveLength(1)
  })

  test('fills a phone, with the page behind out of reach, and stays open when it is turned', async () => {
    await page.setViewportSize({ width: 360, height: 640 })
    await open()
    const box = await dialog().boundingBox()
    expect(box).toEqual({ x: 0, y: 0, width: 360, height: 640 })
    await closer().focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('A')
    await page.setViewportSize({ width: 800, height: 700 })
    await page.waitForFunction(
      `!document.getElementById('loa-chat').shadowRoot.querySelector('dialog').matches(':modal')`,
    )
    expect((await dialog().boundingBox())?.width).toBe(420)
    await ask('sau khi xoay')
  })

  test('works under a strict policy of the site', async () => {
    const { origin } = new URL(loa.url)
    const strict = await startSiteAround(
      `${loa.url}/embed.js`,
      `default-src 'none'; script-src ${origin}; frame-src ${origin}`,
    )
    loa.embedOrigins = [strict.url]
    await page.goto(strict.url)
    await opener().click()
    await chat().getByText(WELCOME).waitFor()
    expect((await dialog().boundingBox())?.width).toBe(420)
    expect(errors).toEqual([])
    await strict.close()
  })

  test('a site that is not allowed gets no button, is told why, and cannot frame the chat', async () => {
    loa.embedOrigins = ['https://phuong.hanoi.gov.vn', 'https://*.example.vn']
    await page.goto(ward.url)
    await page.waitForFunction('performance.getEntriesByName(document.scripts[0].src).length > 0')
    expect(await opener().count()).toBe(0)
    expect(errors).toEqual([texts.embed_refused.replace('{origin}', ward.url)])
    for (const path of ['/embed', '/']) {
      await page.evaluate(
        `document.body.append(Object.assign(document.createElement('iframe'), { src: ${JSON.stringify(loa.url + path)} }))`,
      )
    }
    await until(
      'both refusals',
      () =>
        page.frames().filter((one) => one.url() === 'chrome-error://chromewebdata/').length === 2,
    )
    expect(loa.inbox).toEqual([])
  })
})
