import { composeLoudspeaker, LOUDSPEAKER_SECONDS } from '../../../src/knowledge/compose-loudspeaker'
import { measureText } from '../../../src/share/fonts'
import { drawCard } from '../../../src/share/kit/draw-card'
import { drawSheet } from '../../../src/share/kit/draw-sheet'
import type { Drawing, Shape } from '../../../src/share/kit/drawing'
import { toHandout } from '../../../src/share/kit/handout'
import { KIT_FILES, toFileTitle } from '../../../src/share/kit/kit-files'
import { findShared, listShared, type Shared } from '../../../src/share/kit/shared'
import { toZaloText, ZALO_TEXT_LENGTH } from '../../../src/share/kit/to-zalo-text'
import { writeOutline } from '../../../src/share/kit/write-outline'
import { toReadingTime } from '../../../src/text/reading-time'
import { findUnspoken } from '../../../src/text/to-spoken'
import { loadCampaign, WARD } from './kit-content'
import { readPdf, readQr } from './read-picture'

const campaign = loadCampaign()
const { knowledge } = campaign
const all = listShared(campaign)
const base = 'https://loa.hanoi.gov.vn'
const ofWard = { knowledge, unit: WARD, base }
const ofCity = { knowledge, unit: knowledge.units.city, base }
const PICTURE_HEIGHT = 744

/** As long as the schema lets an answer be, in words of ordinary length. */
const longest: Shared = {
  address: { kind: 'topic', id: 'mot-ma-that-dai-de-xem-co-vua-khong' },
  label: 'Dài nhất có thể',
  title: `${'Đăng ký tài khoản định danh điện tử, '.repeat(3)}ở đâu?`,
  answer: 'Người dân mang thẻ căn cước đến Công an phường. '.repeat(6).trim(),
  source: [...all].sort((a, b) => b.source.length - a.source.length)[0]?.source ?? '',
  date: '2026-11-25',
  isReplaced: false,
}
const everything = [...all, longest]
const nameOf = ({ address }: Shared) =>
  address.kind === 'chat' ? 'chat' : `${address.kind} ${address.id}`

test('the kit has the chat, every guide and every answer but small talk', () => {
  const topics = [...knowledge.topics.values()].filter(({ group }) => group !== 'bot')
  expect(all).toHaveLength(1 + campaign.flows.size + topics.length)
  expect(findShared({ kind: 'topic', id: 'greeting' }, campaign)).toBeNull()
  expect(findShared({ kind: 'guide', id: 'nowhere' }, campaign)).toBeNull()
})

test.each(everything.map((shared) => [nameOf(shared), shared] as const))(
  '%s is read aloud in under a minute, every word of it',
  (_, shared) => {
    for (const { unit } of [ofCity, ofWard]) {
      const spoken = composeLoudspeaker(shared, unit, knowledge)
      expect(findUnspoken(spoken)).toEqual([])
      expect(spoken).not.toMatch(/\d|https?:|\{/)
      expect(toReadingTime(spoken)).toBeLessThan(LOUDSPEAKER_SECONDS)
    }
  },
)

test.each(everything.map((shared) => [nameOf(shared), shared] as const))(
  '%s fits in a Zalo message, with its link',
  (_, shared) => {
    const text = toZaloText(shared, ofWard)
    expect(text.length).toBeLessThanOrEqual(ZALO_TEXT_LENGTH)
    expect(text).toContain(`?u=${WARD.code}&l=zalo`)
    expect(text).not.toMatch(/\{\w+\}/)
    expect(toZaloText(shared, ofCity)).toMatch(/\?l=zalo\n/)
  },
)

test.each([
  ['poster', (shared: Shared) => drawSheet(toHandout(shared, ofWard, 'poster'))],
  ['picture', (shared: Shared) => drawSheet(toHandout(shared, ofWard, 'fb'), PICTURE_HEIGHT)],
  ['card', (shared: Shared) => drawCard(toHandout(shared, ofWard, 'card'))],
] as const)(
  'on every %s each text stays on the sheet and clear of the others, and it shows that it is no impostor',
  (_, draw) => {
    for (const shared of everything) {
      const drawing = draw(shared)
      expect({ [nameOf(shared)]: findCollisions(drawing) }).toEqual({ [nameOf(shared)]: [] })
      const text = toTexts(drawing.shapes)
        .map((shape) => shape.text)
        .join(' ')
      expect(text).toContain(knowledge.settings.campaign.name)
      expect(text).toContain(knowledge.settings.campaign.organiser)
      expect(text).toContain('loa.hanoi.gov.vn')
      expect(text).toMatch(/không bao giờ hỏi mã OTP, mật khẩu, không thu tiền/)
      if (shared === longest) continue
      const [year, month, day] = shared.date.split('-')
      expect(text).toContain(`Soát ngày ${day}/${Number(month)}/${year}`)
    }
  },
)

describe('the files themselves', () => {
  test('the same content gives the same bytes', async () => {
    const [shared = longest] = all
    for (const file of KIT_FILES) {
      const [first, second] = [await file.make(shared, ofWard), await file.make(shared, ofWard)]
      expect({ [file.name]: first.equals(second) }).toEqual({ [file.name]: true })
    }
  })

  test("the circular is whole, tells that the law has changed, and leads to today's answers", async () => {
    const pages = await readPdf(await writeOutline(ofWard), 1)
    const text = pages.map((page) => page.text).join(' ')
    const written = knowledge.outline.document.text ?? ''
    for (const word of new Set(written.match(/\p{L}+/gu))) expect(text).toContain(word)
    expect(text).toContain('có điều đã đổi theo luật mới')
    expect(pages.length).toBeLessThanOrEqual(5)
    expect(pages.map(({ picture }) => readQr(picture))[0]).toBe(`${base}/?u=${WARD.code}&l=doc`)
  })

  test('its fonts are in it, cut down to the letters used', async () => {
    const pdf = await writeOutline(ofCity)
    expect(pdf.toString('latin1')).toMatch(/\/FontName \/[A-Z]{6}\+BeVietnamPro/)
    expect(pdf.toString('latin1')).toMatch(/\/FontFile2/)
    expect(pdf.length).toBeLessThan(100_000)
  })
})

test.each([
  ['poster.pdf', ['Chip có theo dõi?'], 'Áp phích – Chip có theo dõi.pdf'],
  ['card.pdf', ['Cha/mẹ: "đi cùng"', 'Phường  1'], 'Áp phích – Chamẹ đi cùng – Phường 1.pdf'],
  ['zalo.txt', ['../../x'], 'Áp phích – ....x.txt'],
])('a file %s about %j is saved as "%s"', (name, about, title) => {
  expect(toFileTitle('Áp phích', about, name)).toBe(title)
})

type Text = Extract<Shape, { kind: 'text' }>

function toTexts(shapes: readonly Shape[]): Text[] {
  return shapes.filter((shape) => shape.kind === 'text')
}

/** Texts that leave the sheet, or touch another text or a code. */
function findCollisions({ width, height, shapes }: Drawing): string[] {
  const boxes = toTexts(shapes).map((shape) => ({
    name: shape.text,
    left: shape.x,
    right: shape.x + measureText(shape.text, shape.weight, shape.size),
    top: shape.y - shape.size * 0.95,
    bottom: shape.y + shape.size * 0.25,
  }))
  const codes = shapes.flatMap((shape, index) => {
    const before = shapes[index - 1]
    if (shape.kind !== 'path' || shape.edges !== 'crisp' || before?.kind !== 'box') return []
    const { x, y } = before
    return [{ name: 'QR', left: x, right: x + before.width, top: y, bottom: y + before.height }]
  })
  const every = [...boxes, ...codes]
  return [
    ...every
      .filter(
        ({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height,
      )
      .map(({ name }) => `${name} leaves the sheet`),
    ...every.flatMap((one, index) =>
      every
        .slice(index + 1)
        .filter(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom - 0.5 &&
            other.top < one.bottom - 0.5,
        )
        .map((other) => `${one.name} touches ${other.name}`),
    ),
  ]
}
