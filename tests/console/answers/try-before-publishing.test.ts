import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../../src/storage/open-database'
import { questionTable } from '../../../src/storage/question-table'
import { openSmallConsole, type SmallConsole, saveDraft } from './small-console'

/** Something that no entry is about. */
const BUS = 'xe buýt số mấy ra hồ tây'

jest.setTimeout(120_000)

describe('a draft, before it is published,', () => {
  let loa: SmallConsole
  // biome-ignore lint/suspicious/noExplicitAny: what the server answers
  let form: any

  beforeAll(async () => {
    loa = await openSmallConsole()
    form = (await loa.as.editor.ask('GET', '/answers/entries/chip')).published.form
  })
  afterAll(() => loa.close())

  const preview = async (change: object) =>
    loa.as.viewer.ask('POST', '/answers/preview', { id: 'chip', form: { ...form, ...change } })
  const check = async (change: object) => {
    const { problems } = await loa.as.editor.ask('POST', '/answers/check', {
      id: 'chip',
      form: { ...form, ...change },
    })
    return problems.map(
      ({ path, level, message }: { path: string[]; level: string; message: string }) =>
        `${level} ${path.join('.')}: ${message}`,
    )
  }

  test('is shown as each channel shows it, with what its limits cost', async () => {
    const shown = await preview({})
    expect(shown.zalo.messages[0].buttons).toEqual([
      { title: 'Tải ứng dụng', kind: 'button' },
      { title: 'Hướng dẫn từng bước', kind: 'button' },
      { title: 'Trang chính thức', kind: 'button', url: 'https://vneid.gov.vn/a' },
      { title: 'Hữu ích', kind: 'button' },
      { title: 'Chưa đúng', kind: 'button' },
    ])
    expect(shown['zalo-bot'].losses).toContainEqual({ kind: 'in_text', title: 'Tải ứng dụng' })
    expect(shown['zalo-bot'].messages[0].text).toContain('\n1. Tải ứng dụng\n')
    const long = await preview({
      answer: { short: form.answer.short, detail: 'Nói dài. '.repeat(110), channels: {} },
      buttons: [{ link: 'https://vneid.gov.vn/a', title: 'Trang chính thức của VNeID' }],
    })
    expect(long.messenger.losses).toEqual([
      { kind: 'split', parts: 2 },
      { kind: 'shortened', title: 'Trang chính thức của VNeID', shown: 'Trang chính thức…' },
    ])
    expect(long.web.losses).toEqual([])
    const own = await preview({
      answer: { ...form.answer, channels: { zalo: { short: 'Lời của Zalo.' } } },
    })
    expect(own.zalo.messages[0].text).toContain('Lời của Zalo.')
    expect(own.web.messages[0].text).not.toContain('Lời của Zalo.')
  })

  test('is checked as it is typed, at the field that is wrong', async () => {
    expect(await check({})).toEqual([])
    const [first] = await check({ examples: [...form.examples, 'TAI câu hỏi, số 3'] })
    expect(first).toMatch(/^error examples\.25: câu ví dụ này đã có ở mục "app"/)
    expect(await check({ review_by: null })).toEqual([
      'warning review_by: chưa hẹn ngày soát lại; ghi review_by',
    ])
    expect(await check({ label: 'Một cái nhãn dài hơn hai mươi chữ' })).toEqual([
      expect.stringMatching(/^error label: dài 33 ký tự, quá 20/),
    ])
    expect(await check({ reviewed_on: null })).toContainEqual(
      expect.stringMatching(/^error reviewed_on: thiếu "reviewed_on"/),
    )
    expect(
      await check({ answer: { ...form.answer, short: 'Xem http://xau.com.' } }),
    ).toContainEqual(
      expect.stringMatching(/^error answer\.short: địa chỉ http:\/\/xau\.com không phải https/),
    )
    expect(
      await check({ answer: { ...form.answer, short: 'Bác gửi mã OTP cho Loa.' } }),
    ).toContainEqual(expect.stringMatching(/^error answer\.short: đọc như đang hỏi mã OTP/))
    expect(await check({ buttons: [{ topic: 'gone' }] })).toContainEqual(
      expect.stringMatching(/^error buttons\.0\.topic: nút dẫn tới mục "gone" không có/),
    )
  })

  test('is asked beside what is served, and says why', async () => {
    const text = BUS
    const served = await loa.as.viewer.ask('POST', '/answers/ask', { text, channel: 'web' })
    expect(served.kind).not.toBe('answer')
    const draft = { ...form, examples: [...form.examples, text, 'đi xe buýt nào ra bờ hồ'] }
    const asked = await loa.as.editor.ask('POST', '/answers/ask-draft', {
      id: 'chip',
      form: draft,
      text: 'xe buyt so may ra ho tay',
      channel: 'zalo',
    })
    expect(asked).toMatchObject({ kind: 'answer', topic: 'chip' })
    expect(asked.candidates[0]).toMatchObject({ topic: 'chip', example: text })
    expect(asked.readings).toContainEqual({ typed: 'buyt', read: 'buýt' })
    expect(asked.reply.messages[0].text).toContain(form.answer.short)
  })

  test('is replayed on what people asked and on the golden conversations', async () => {
    mkdirSync(join(loa.folder, 'conversations'), { recursive: true })
    writeFileSync(
      join(loa.folder, 'conversations', 'chip.yaml'),
      'title: Hỏi chip\nturns:\n  - said: chip câu hỏi số 3\n',
    )
    const database = await openDatabase(`file:${loa.databasePath}`)
    const asked = { askedAt: Date.now(), channel: 'web', kind: 'fallback', topic: null, flow: null }
    for (const text of [BUS, BUS, 'chip câu hỏi số 9']) {
      await questionTable(database.kysely).record({ ...asked, text })
    }
    await database.close()
    await saveDraft(loa.as.editor, 'chip', {
      examples: [...form.examples, BUS, 'đi xe buýt nào ra bờ hồ'],
      answer: { ...form.answer, short: 'Chip chẳng theo dõi ai.' },
    })
    const replay = await loa.as.editor.ask('POST', '/answers/entries/chip/draft/replay')
    expect(replay.tried).toMatchObject({ examples: 54, ofExamples: 54, goldens: 1 })
    expect(replay.goldens).toMatchObject([
      {
        title: 'Hỏi chip',
        said: 'chip câu hỏi số 3',
        before: expect.stringContaining('Chip không theo dõi ai.'),
        after: expect.stringContaining('Chip chẳng theo dõi ai.'),
      },
    ])
    const taken = {
      before: expect.objectContaining({ topic: null }),
      after: { kind: 'answer', topic: 'chip' },
    }
    expect(replay.questions).toEqual([{ text: BUS, count: 2, owner: null, ...taken }])
    expect(replay.newWords).toBe(1)
    expect(replay.examples).toContainEqual({
      text: BUS,
      count: 1,
      owner: 'chip',
      ...taken,
    })
  })
})
