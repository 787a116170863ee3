import type { Bulletin } from '../../src/knowledge/bulletin'
import { readOpenGraph } from './open-graph'
import { startShareSite } from './share-site'

const ID = 'chip-no-tracking'
const NOON = Date.parse('2026-11-24T05:00:00Z')
const TEXT = 'Câu này đang được sửa.'

let site: Awaited<ReturnType<typeof startShareSite>>

beforeAll(async () => {
  site = await startShareSite()
})
afterAll(() => site.stop())
beforeEach(() => {
  site.now = () => NOON
  site.bulletins = []
})

const notice = (change: Partial<Bulletin> = {}): Bulletin => ({
  ...{ id: 1, text: TEXT, link: null, topic: null, endsAt: NOON + 60_000 },
  ...change,
})
const open = async (path: string, headers: Record<string, string> = {}) => {
  // Without the others, Node's fetch wants a fresh copy.
  const asked = { accept: 'text/html', 'cache-control': 'max-age=0', pragma: 'x', ...headers }
  const response = await fetch(site.url + path, { headers: asked })
  return {
    status: response.status,
    cache: response.headers.get('cache-control'),
    etag: response.headers.get('etag') ?? '',
    text: await response.text(),
  }
}
/** Where the picture of a page is, as whoever draws a preview of a link to it is told. */
const pictureOf = (page: string) =>
  new URL(readOpenGraph(page).find(([name]) => name === 'og:image')?.[1] ?? '')

test('a pinned notice stands first on every answer and guide', async () => {
  site.bulletins = [notice({ link: 'https://vneid.gov.vn/tin' })]
  for (const path of [`/t/${ID}`, '/g/activate-account']) {
    const { text } = await open(path)
    const main = text.slice(text.indexOf('<main>'))
    expect(main).toMatch(
      /^<main>\s*<section class="notice">\s*<p>Thông báo chính thức, hết hiệu lực/,
    )
    expect(main.indexOf(TEXT)).toBeLessThan(main.indexOf('<h1>'))
    expect(main).toContain('<a href="https://vneid.gov.vn/tin">')
  }
})

test('a notice in the place of an answer leaves nothing of it: text, source, description, data, picture', async () => {
  const before = await open(`/t/${ID}`)
  const short = site.content.knowledge.topics.get(ID)?.answer.short.trim() ?? ''
  expect(before.text).toContain(short)
  site.bulletins = [notice({ topic: ID })]
  const { text } = await open(`/t/${ID}`)
  expect(text).toContain(TEXT)
  expect(text).not.toContain(short)
  expect(text).not.toContain('1579-CV')
  expect(text).not.toContain('ld+json')
  expect(text).toMatch(/<meta name="description" content="Thông báo chính thức/)
  expect(pictureOf(text).pathname).toBe(pictureOf(before.text).pathname)
  expect(pictureOf(text).search).not.toBe(pictureOf(before.text).search)
  expect((await open('/t/vneid-what')).text).not.toContain(TEXT)
})

test('nothing is kept past the notice: asked for anew, and the page of before after its time', async () => {
  const before = await open(`/t/${ID}`)
  expect(before.cache).toBe('public, max-age=300')
  site.bulletins = [notice({ topic: ID })]
  const during = await open(`/t/${ID}`)
  expect(during.cache).toBe('public, no-cache')
  expect((await open(`/t/${ID}`, { 'if-none-match': during.etag })).status).toBe(304)
  const path = `/t/${ID}/preview.png`
  expect((await open(path)).cache).toBe('public, no-cache')

  site.now = () => NOON + 59_999
  expect((await open(`/t/${ID}`)).text).toContain(TEXT)
  site.now = () => NOON + 60_000
  const after = await open(`/t/${ID}`, { 'if-none-match': during.etag })
  expect(after).toEqual(before)
  expect((await open(path)).cache).toBe('public, max-age=604800')
})
