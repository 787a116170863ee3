import fc from 'fast-check'
import { CHANNEL_LIMITS, type ChannelName } from '../../src/channels/channel-limits'
import { renderMessenger } from '../../src/channels/messenger/render-messenger'
import { renderZalo } from '../../src/channels/zalo/render-zalo'
import { renderZaloBot } from '../../src/channels/zalo-bot/render-zalo-bot'
import { readContent } from '../../src/cli/read-content'
import type { Bulletin } from '../../src/knowledge/bulletin'
import { beginConversation, type ConversationInput } from '../../src/rehearsal/conversation'
import { findMessengerProblem } from '../stand-ins/messenger-rules'
import { findZaloBotProblem } from '../stand-ins/zalo-bot-rules'
import { findZaloProblem } from '../stand-ins/zalo-rules'

const content = readContent(Date.now())
const NOON = Date.parse('2026-11-24T05:00:00Z')
const HOUR_MS = 3_600_000
const CHANNELS = Object.keys(CHANNEL_LIMITS) as ChannelName[]

const HEAD = 'Thông báo chính thức, hết hiệu lực lúc 14:05 ngày 26/11/2026:'
const PINNED_TEXT = 'Sáng nay hệ thống bảo trì. Bác đừng ra phường.'
const pinned = (change: Partial<Bulletin> = {}): Bulletin => ({
  id: 7,
  text: PINNED_TEXT,
  link: null,
  topic: null,
  endsAt: Date.parse('2026-11-26T14:05:00+07:00'),
  ...change,
})
const instead = (topic: string, change: Partial<Bulletin> = {}) =>
  pinned({ id: 8, topic, text: 'Câu này đang được sửa.', ...change })

/** Someone who writes while these notices are out; `wait` lets hours pass. */
function begin(bulletins: readonly Bulletin[], channel: ChannelName = 'web') {
  let now = NOON
  const conversation = beginConversation(content, channel, () => now, bulletins)
  return {
    async say(input: ConversationInput | string) {
      const said = await conversation.say(typeof input === 'string' ? { text: input } : input)
      const [first] = said.messages
      const texts = said.messages.map(({ text }) => text)
      const titles = said.messages.flatMap(({ buttons }) => buttons.map(({ title }) => title))
      return { ...said, texts, titles, first: first?.text ?? '', all: texts.join('\n') }
    },
    wait(hours: number) {
      now += hours * HOUR_MS
    },
  }
}

const QUESTION = 'chip có theo dõi mình không'
const TOPIC = 'chip-no-tracking'

describe('a pinned notice', () => {
  test.each(CHANNELS)(
    'stands above every answer, as one message with it, on %s',
    async (channel) => {
      const person = begin([pinned({ link: 'https://vneid.gov.vn/tin' })], channel)
      for (const question of [QUESTION, 'VNeID là gì', 'tôi muốn gặp cán bộ', 'giá vàng hôm nay']) {
        const { first, all } = await person.say(question)
        expect(first).toMatch(`${HEAD}\n${PINNED_TEXT}\nhttps://vneid.gov.vn/tin\n\n`)
        expect(all.split(HEAD)).toHaveLength(2)
      }
    },
  )

  test('comes after a warning, and above the answer that follows it', async () => {
    const { texts } = await begin([pinned()]).say(
      'có người xưng công an gọi bảo đọc mã OTP, chip có theo dõi mình không',
    )
    expect(texts[0]).toMatch(/^Coi chừng lừa đảo/)
    expect(texts[0]).not.toContain(PINNED_TEXT)
    expect(texts[1]).toMatch(HEAD)
  })

  test('is told once in a guide, and again where something is asked in between', async () => {
    const person = begin([pinned()])
    const { texts, outcome } = await person.say('hướng dẫn kích hoạt tài khoản định danh')
    expect(outcome?.step).toBe('approved')
    expect(texts.join('\n').split(HEAD)).toHaveLength(2)
    expect((await person.say('được duyệt rồi')).all).not.toContain(HEAD)
    expect((await person.say('quay lại')).all).not.toContain(HEAD)
    const asked = await person.say(QUESTION)
    expect(asked.texts[0]).toMatch(HEAD)
    expect(asked.texts[1]).toMatch(/^Ta làm tiếp nhé/)
  })

  test('reaches someone in the middle of a guide at their next step', async () => {
    const out: Bulletin[] = []
    const person = begin(out)
    await person.say('hướng dẫn kích hoạt tài khoản định danh')
    out.push(pinned())
    expect((await person.say('được duyệt rồi')).first).toMatch(HEAD)
    expect((await person.say('quay lại')).all).not.toContain(HEAD)
    out.splice(0, 1, pinned({ id: 9, text: 'Tin mới hơn.' }))
    expect((await person.say('được duyệt rồi')).first).toMatch('Tin mới hơn.')
  })

  test('takes no number from the buttons, and is said to who arrives', async () => {
    const person = begin([pinned()])
    const answer = await person.say(QUESTION)
    const bare = await begin([]).say(QUESTION)
    expect(answer.titles).toEqual(bare.titles)
    const [chosen, plain] = [await person.say('1'), await begin([]).say(QUESTION)]
    expect(chosen.outcome?.kind).not.toBe('fallback')
    expect(answer.all).toBe(`${HEAD}\n${PINNED_TEXT}\n\n${plain.all}`)
  })
})

describe('a notice in the place of an answer', () => {
  const short = content.knowledge.topics.get(TOPIC)?.answer.short.trim() ?? ''

  test.each(CHANNELS)('stands alone: neither the answer nor its source, on %s', async (channel) => {
    const { first, all, outcome } = await begin([instead(TOPIC)], channel).say(QUESTION)
    expect(first).toMatch(`${HEAD}\nCâu này đang được sửa.`)
    expect(all).not.toContain(short)
    expect(all).not.toMatch(/Nguồn:|1579-CV|Soát ngày/)
    expect(outcome).toMatchObject({ kind: 'answer', topic: TOPIC })
  })

  test('is rated by nobody, and stands in the words of no channel of its own', async () => {
    const { said } = await begin([instead('help-menu'), instead(TOPIC)]).say(QUESTION)
    expect(JSON.stringify(said)).not.toContain('rating')
  })

  test('stands below the pinned one', async () => {
    const { first } = await begin([pinned(), instead(TOPIC)]).say(QUESTION)
    expect(first).toContain(`${HEAD}\n${PINNED_TEXT}\n\n${HEAD}\nCâu này đang được sửa.\n`)
  })

  test('leaves every other answer as it is', async () => {
    const other = await begin([instead('vneid-what')]).say(QUESTION)
    expect(other.all).toBe((await begin([]).say(QUESTION)).all)
  })

  test('keeps the guide that the answer opened behind a button', async () => {
    const person = begin([instead('activate-account')])
    const { texts, titles, outcome } = await person.say('kích hoạt tài khoản định danh thế nào')
    expect(texts).toEqual([expect.stringMatching(`^${HEAD}\nCâu này đang được sửa.\n`)])
    expect(outcome).toMatchObject({ kind: 'answer', step: null })
    expect(titles).toContain('Hướng dẫn từng bước')
    expect((await person.say('Hướng dẫn từng bước')).outcome?.step).toBe('approved')
  })

  test('follows its entry to another id', async () => {
    const moved = instead('old-chip')
    const redirects = [{ topic: 'old-chip', to: TOPIC, on: '2026-11-20' }]
    const knowledge = { ...content.knowledge, redirects }
    const conversation = beginConversation({ ...content, knowledge }, 'web', () => NOON, [moved])
    const { messages } = await conversation.say({ text: QUESTION })
    expect(messages[0]?.text).toMatch(HEAD)
  })
})

test('a notice ends by the clock of the turn, to the millisecond', async () => {
  const endsAt = NOON + 2 * HOUR_MS
  const person = begin([pinned({ endsAt }), instead(TOPIC, { endsAt: endsAt + 1 })])
  person.wait(2 - 1 / HOUR_MS)
  expect((await person.say(QUESTION)).all).toContain(PINNED_TEXT)
  person.wait(1 / HOUR_MS)
  const later = await person.say(QUESTION)
  expect(later.all).not.toContain(PINNED_TEXT)
  expect(later.all).toContain('Câu này đang được sửa.')
  person.wait(1 / HOUR_MS)
  expect((await person.say(QUESTION)).all).toMatch(/Nguồn:/)
})

/** What each platform's stand-in has against the calls that a reply becomes. */
const findProblems: Readonly<Record<string, (activity: object) => unknown[]>> = {
  messenger: (activity) => renderMessenger(activity, '1234').map(findMessengerProblem),
  zalo: (activity) => renderZalo(activity, '1234').map(({ request }) => findZaloProblem(request)),
  'zalo-bot': (activity) => renderZaloBot(activity, '1234').map((call) => findZaloBotProblem(call)),
}

test.each(Object.keys(findProblems))(
  'whatever a notice says, %s takes it above and in the place of its longest answers',
  async (channel) => {
    const longest = [...content.knowledge.topics.values()]
      .sort((a, b) => lengthOf(b) - lengthOf(a))
      .slice(0, 4)
      .map(({ id }) => id)
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
      .map((written) => written.slice(0, 300))
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(...longest), async (written, topic) => {
        const link = `https://vneid.gov.vn/${'a'.repeat(270)}`
        const out = [pinned({ text: written, link }), instead(topic, { text: written, link })]
        for (const bulletins of [out, out.slice(0, 1)]) {
          const { said } = await begin(bulletins, channel as ChannelName).say({
            payload: `topic:${topic}`,
          })
          const replies = said.filter(({ type }) => type === 'message')
          expect(replies.length).toBeGreaterThan(0)
          expect(
            replies.flatMap((reply) => findProblems[channel]?.(reply)).filter(Boolean),
          ).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  },
)

const lengthOf = ({
  answer: { short, detail = '' },
}: {
  answer: { short: string; detail?: string | undefined }
}) => short.length + detail.length
