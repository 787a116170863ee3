import * as fc from 'fast-check'
import { createMatcher } from '../../src/matching/create-matcher'
import { emptyLexicon, lexiconSchema } from '../../src/text/lexicon'
import { intents } from './small-intents'

const lexicon = lexiconSchema.parse({
  spellings: {
    ko: 'không',
    k: 'không',
    bn: ['bao nhiêu', 'bạn'],
    nhiêu: 'bao nhiêu',
    hông: 'không',
    dc: 'được',
  },
  synonyms: [['đánh mất', 'thất lạc', 'mất', 'rơi']],
})
const thresholds = { answer: 0.6, clarify: 0.25 }
const matcher = createMatcher({ intents, lexicon, thresholds })
const first = (said: string) => matcher.match(said).candidates[0]?.topic

describe('the right topic comes first', () => {
  const cases: { name: string; said: string; topic: string }[] = [
    { name: 'as in an example', said: 'Thư viện mở cửa lúc mấy giờ?', topic: 'open-hours' },
    { name: 'in other words', said: 'cuối tuần thư viện có làm việc không', topic: 'open-hours' },
    { name: 'no marks', said: 'gia han sach dang muon the nao', topic: 'renew-loan' },
    { name: 'raw Telex', said: 'traar sachs muoojn bij phatj bao nhieeu', topic: 'late-fine' },
    { name: 'raw VNI', said: 'mat61 the3 phai3 lam2 sao', topic: 'lost-card' },
    { name: 'chat spelling', said: 'trả sách muộn phạt bn', topic: 'late-fine' },
    { name: 'southern words', said: 'trả trễ phạt nhiêu hông', topic: 'late-fine' },
    { name: 'swapped and doubled letters', said: 'gia hna sáchh đang mựon', topic: 'renew-loan' },
    { name: 'a wrong mark', said: 'phòng tự hoc còn chổ không', topic: 'reading-room' },
    { name: 'words run together', said: 'mởcửa mấy giờ', topic: 'open-hours' },
    { name: 'a word torn apart', said: 'đặt phòng họ c nhóm', topic: 'reading-room' },
    { name: 'a synonym never seen in the examples', said: 'thẻ thất lạc', topic: 'lost-card' },
    { name: 'masked numbers around', said: 'mất thẻ [số giấy tờ đã ẩn]', topic: 'lost-card' },
    {
      name: 'a question inside a story',
      said: 'Chào bạn, hôm qua trời mưa to quá, tôi đi chợ về ướt hết, cho hỏi phòng đọc ở tầng mấy',
      topic: 'reading-room',
    },
  ]
  test.each(cases)('$name', ({ said, topic }) => expect(first(said)).toBe(topic))
})

describe('what is done', () => {
  test('a clear question is answered', () => {
    expect(matcher.match('tiền phạt trả sách trễ là bao nhiêu')).toMatchObject({
      kind: 'answer',
      outside: null,
    })
  })

  test('a word that several topics share is asked back, with two or three choices', () => {
    const { kind, candidates } = matcher.match('đăng ký')
    expect(kind).toBe('clarify')
    expect(candidates.length).toBeGreaterThanOrEqual(2)
    expect(candidates.length).toBeLessThanOrEqual(3)
  })

  test('business of others is recognised, and never among the candidates', () => {
    const { kind, outside, candidates } = matcher.match('học phí nộp ở đâu')
    expect(kind).toBe('none')
    expect(outside).toBe('school-fees')
    expect(candidates.map(({ topic }) => topic)).not.toContain('school-fees')
  })

  test('both questions of a message are among the choices', () => {
    const { candidates } = matcher.match('mất thẻ rồi phải làm sao, với lại mấy giờ thì đóng cửa')
    const topics = candidates.slice(0, 3).map(({ topic }) => topic)
    expect(topics).toEqual(expect.arrayContaining(['lost-card', 'open-hours']))
  })

  const several = [
    {
      name: 'two questions, each plain',
      said: 'mấy giờ thì đóng cửa, với lại phòng tự học có ổ cắm điện không',
      also: ['open-hours', 'reading-room'],
    },
    { name: 'one question', said: 'phòng tự học có ổ cắm điện không', also: [] },
    {
      name: 'one question in two clauses',
      said: 'mất thẻ rồi, tôi làm rơi thẻ thư viện',
      also: [],
    },
  ]
  test.each(several)('$name: what is asked beside is found', ({ said, also }) => {
    const understanding = matcher.match(said)
    const first = understanding.candidates[0]?.topic ?? ''
    expect(understanding.kind).toBe('answer')
    expect(understanding.also.map(({ topic }) => topic)).toEqual(
      also.filter((topic) => topic !== first),
    )
  })

  test.each(['asdkjh qwpoe zxmnb', 'what is the weather like today', '👍👍', '', '12345'])(
    '%j is not understood',
    (said) => expect(matcher.match(said).kind).toBe('none'),
  )
})

describe('understood', () => {
  test.each([
    ['gia han sach', 'gia hạn sách'],
    ['traar sachs treex', 'trả sách trễ'],
    ['mất thẻ rồi ko mượn dc', 'mất thẻ rồi không mượn được'],
    ['phạt bao nhiêu', null],
    ['Mất thẻ!', null],
    ['', null],
  ])('%j is %j', (said, understood) => {
    expect(matcher.match(said).understood).toBe(understood)
  })
})

describe('any knowledge, any message', () => {
  test('whatever is said, scores are probabilities, best first, within the limits', () => {
    const said = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('thẻ', 'mat', 'ddang', 'ky1', ',', 'ko', '\n', 'zz', '🙂', '7'))
        .map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(said, (text) => {
        const { kind, candidates, also, outside } = matcher.match(text)
        if (also.length > 0) expect(kind).toBe('answer')
        expect(also.map(({ topic }) => topic)).not.toContain(candidates[0]?.topic)
        const scores = candidates.map(({ score }) => score)
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true)
        expect(scores).toEqual([...scores].sort((a, b) => b - a))
        expect(candidates.length).toBeLessThanOrEqual(kind === 'clarify' ? 3 : 5)
        if (outside !== null) expect(kind).toBe('none')
      }),
      { numRuns: 200 },
    )
  })

  test('a very long message is taken', () => {
    expect(() => matcher.match('mất thẻ '.repeat(20_000))).not.toThrow()
  })

  test('the same knowledge gives the same scores', () => {
    const again = createMatcher({ intents, lexicon, thresholds })
    const said = 'đăng ký thẻ cho con mất bao nhiêu tiền'
    expect(again.match(said)).toEqual(matcher.match(said))
  })

  const small = [
    { name: 'no intents', intents: [] },
    { name: 'an intent without examples', intents: [{ id: 'a', examples: [] }] },
    { name: 'a single intent', intents: [{ id: 'a', examples: ['xin chào'] }] },
    { name: 'examples without words', intents: [{ id: 'a', examples: ['?', '🙂'] }] },
    {
      name: 'two intents of one example',
      intents: [
        { id: 'a', examples: ['xin chào'] },
        { id: 'b', examples: ['tạm biệt'] },
      ],
    },
  ]
  test.each(small)('$name', ({ intents }) => {
    const matcher = createMatcher({ intents, lexicon: emptyLexicon, thresholds })
    const { candidates } = matcher.match('xin chào')
    expect(candidates.every(({ score }) => score >= 0 && score <= 1)).toBe(true)
    if (candidates.length > 0) expect(candidates[0]?.topic).toBe('a')
  })
})

test('scores mean what they say on examples that were held back', () => {
  let expected = 0
  let right = 0
  for (let turn = 0; turn < 8; turn++) {
    const known = intents.map((one) => ({
      ...one,
      outside: false,
      examples: one.examples.filter((_, i) => i !== turn),
    }))
    const matcher = createMatcher({ intents: known, lexicon, thresholds })
    for (const { id, examples } of intents) {
      const best = matcher.match(examples[turn] ?? '').candidates[0]
      expected += best?.score ?? 0
      right += best?.topic === id ? 1 : 0
    }
  }
  expect(right).toBeGreaterThan(28) // of 56
  expect(Math.abs(expected - right) / 56).toBeLessThan(0.2)
})
