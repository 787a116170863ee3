import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { browserProblem, startBrowser } from '../e2e/browser'
import { startProgram } from '../e2e/start-program'
import { readPdf } from '../share/kit/read-picture'
import { openSampleConsole, type SampleConsole } from './open-sample-console'
import { listPictures, type Picture } from './pictures'

const FOLDER = 'docs/huong-dan/hinh'
const WIDTH = 1280
/** Enough for small letters. */
const QUALITY = 80
const KIT = '/share/t/chip-no-tracking'
/** Where screens whose part alone is shown have room for it. */
const TALL = 3000
/** The replay of a draft trains anew, on a machine that may be busy. */
const PATIENCE_MS = 180_000
/** Pixels around a part that is shown alone. */
const MARGIN = 12

/** `npm run pictures`: the pictures of docs/huong-dan, of a console with sample people. Names behind `--` make those alone. */
async function makePictures(only: readonly string[]): Promise<void> {
  if (browserProblem !== null) throw new Error(browserProblem)
  mkdirSync(FOLDER, { recursive: true })
  const isWanted = (name: string) => only.length === 0 || only.includes(name)
  const browser = await startBrowser()
  try {
    const loa = await openSampleConsole()
    try {
      const wanted = listPictures(loa).filter(({ name }) => isWanted(name))
      for (const picture of wanted) await drawScreen(browser, loa, picture)
    } finally {
      await loa.close()
    }
    if (['bo-tai-lieu', 'ap-phich'].some(isWanted)) await drawKit(browser)
  } finally {
    await browser.close()
  }
}

async function drawScreen(
  browser: Browser,
  { url, as }: SampleConsole,
  { name, as: role, path, height = TALL, prepare, part }: Picture,
): Promise<void> {
  const context = await browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: WIDTH, height },
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const cookies = as[role].cookie.split('; ').map((pair) => pair.split('='))
  await context.addCookies(
    cookies.map(([cookie = '', value = '']) => ({ name: cookie, value, url })),
  )
  const page = await context.newPage()
  await page.goto(`${url}/console${path}`)
  await prepare(page)
  const box = part ? await part(page).boundingBox() : null
  await keep(page, name, box ? frame(box) : { x: 0, y: 0, width: WIDTH, height })
  await context.close()
}

/** The kit of an answer as it is on a site with an address, and its poster. */
async function drawKit(browser: Browser): Promise<void> {
  const program = await startProgram({ PUBLIC_URL: 'https://loa.example.vn' })
  const height = 1026
  const page = await browser.newPage({ viewport: { width: WIDTH, height } })
  try {
    await page.goto(program.url + KIT)
    await page.getByRole('button', { name: /^Chép/ }).first().waitFor()
    await keep(page, 'bo-tai-lieu', { x: 200, y: 0, width: WIDTH - 400, height })
    await drawPoster(page, `${program.url}${KIT}/poster.pdf`)
  } finally {
    await page.close()
    await program.stop()
  }
}

/** @param page any, for its canvas */
async function drawPoster(page: Page, address: string): Promise<void> {
  const file = await (await fetch(address)).arrayBuffer()
  const [first] = await readPdf(Buffer.from(file), 1)
  if (!first) throw new Error('the poster has no page')
  const { width, height, data } = first.picture
  const pixels = Buffer.from(data).toString('base64')
  const drawn = String(await page.evaluate(toScript({ width, height, pixels })))
  write('ap-phich', drawn.slice(drawn.indexOf(',') + 1))
}

/** Draws pixels (blue first, as PDFium gives them) and answers with a picture, as a data address. */
const toScript = (picture: { width: number; height: number; pixels: string }) => `(() => {
  const { width, height, pixels } = ${JSON.stringify(picture)}
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  const image = context.createImageData(width, height)
  const bytes = Uint8Array.from(atob(pixels), (one) => one.charCodeAt(0))
  for (let at = 0; at < bytes.length; at += 4)
    image.data.set([bytes[at + 2], bytes[at + 1], bytes[at], 255], at)
  context.putImageData(image, 0, 0)
  return canvas.toDataURL('image/webp', ${QUALITY / 100})
})()`

type Box = { x: number; y: number; width: number; height: number }

/** A part with a little of what is around it. */
const frame = ({ x, y, width, height }: Box): Box => ({
  x: x - MARGIN,
  y: y - MARGIN,
  width: width + 2 * MARGIN,
  height: height + 2 * MARGIN,
})

/** Keeps what stands in a box of the page, once nothing in it moves. */
async function keep(page: Page, name: string, box: Box): Promise<void> {
  await page.evaluate(`Promise.all([
    document.fonts.ready,
    ...document.getAnimations()
      .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
      .map((one) => one.finished.catch(() => {})),
  ])`)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    clip: { ...box, scale: 1 },
  })
  write(name, data)
}

/** @param data in base64 */
function write(name: string, data: string): void {
  const bytes = Buffer.from(data, 'base64')
  writeFileSync(join(FOLDER, `${name}.webp`), bytes)
  process.stdout.write(`${name}: ${Math.ceil(bytes.length / 1000)} kB\n`)
}

void makePictures(process.argv.slice(2))
