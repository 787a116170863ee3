import type { Bulletin } from '../../../src/knowledge/bulletin'
import { escapeHtml } from '../../../src/text/escape-html'
import { loadCampaign, WARD } from './kit-content'
import { startKitSite, stopKitSites } from './kit-site'

const NOON = Date.parse('2026-11-24T05:00:00Z')
const ID = 'chip-no-tracking'
const TEXT = 'Câu này đang được sửa.'
const FILES = ['loudspeaker.txt', 'poster.pdf', 'card.pdf', 'picture.png']

const content = loadCampaign()
const opener = [...content.knowledge.topics.values()].find(({ opens }) => opens !== undefined)
const out: Bulletin[] = []
let now = NOON
let site = ''

beforeAll(async () => {
  const bulletins = () => out
  site = await startKitSite({ content: () => content, bulletins, now: () => now })
})
afterAll(stopKitSites)
beforeEach(() => {
  out.length = 0
  now = NOON
})

const notice = (topic: string | null): Bulletin => ({
  ...{ id: 1, text: TEXT, link: null, topic, endsAt: NOON + 60_000 },
})
const shortOf = (id: string) => content.knowledge.topics.get(id)?.answer.short.trim() ?? ''
const open = async (path: string) => {
  const response = await fetch(`${site}${path}?u=${WARD.code}`)
  const cache = response.headers.get('cache-control')
  return { status: response.status, cache, text: await response.text() }
}

test.each([
  ['an entry', `/share/t/${ID}`, ID],
  ['a guide whose entry it replaces', `/share/g/${opener?.opens}`, opener?.id ?? ''],
])('under a notice, the kit of %s tells it and nothing of the old answer', async (_, path, id) => {
  const before = await open(path)
  const inPage = escapeHtml(shortOf(id))
  expect(before.text).toContain(inPage)
  out.push(notice(id))
  const page = await open(path)
  expect(page.text).not.toContain(inPage)
  expect(page.text).toContain('Đang có đính chính khẩn')
  expect(page.text).not.toContain('Kính thưa bà con!')
  expect(page.text).not.toContain('poster.pdf')
  const zalo = await open(`${path}/zalo.txt`)
  expect(zalo.text).toContain(TEXT)
  expect(zalo.text).not.toContain(shortOf(id))
  expect([page.cache, zalo.cache]).toEqual(['public, no-cache', 'public, no-cache'])
})

test.each(FILES)(
  '%s, which would outlive the notice, is refused with the reason, until it is over',
  async (name) => {
    const path = `/share/t/${ID}/${name}`
    const before = await open(path)
    expect(before.status).toBe(200)
    out.push(notice(ID))
    const during = await open(path)
    expect([during.status, during.cache]).toEqual([409, 'no-store'])
    expect(during.text).toContain('Đang có đính chính khẩn')
    now = NOON + 60_000
    expect(await open(path)).toEqual(before)
  },
)

test('a notice in the place of one entry leaves the others as they are', async () => {
  out.push(notice(ID))
  expect((await open('/share/t/scam-warning/poster.pdf')).status).toBe(200)
  expect((await open('/share/t/scam-warning')).text).not.toContain(TEXT)
})

test('a pinned notice stands first on every page of the kit', async () => {
  out.push(notice(null))
  for (const path of ['/share', '/share/t/scam-warning', '/share/loa', '/share/set']) {
    const { text } = await open(path)
    expect(text).toContain(TEXT)
    expect(text.indexOf(TEXT)).toBeLessThan(text.indexOf('<h1>'))
  }
})
