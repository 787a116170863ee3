import { keepPace, type Pace, type PaceVerdict, toWords } from '../../src/bot/pace'

const limits = { perMinute: 5, perHour: 12 }

/** What becomes of messages that are written with a pause between, in seconds. */
function write(texts: readonly string[], pause: number, said = ''): PaceVerdict[] {
  let pace: Pace | undefined
  return texts.map((text, index) => {
    const kept = keepPace(pace, { text, now: 1_000_000 + index * pause * 1000, limits })
    pace = { ...kept.pace, said: toWords(said) }
    return kept.verdict
  })
}

const different = (count: number) => Array.from({ length: count }, (_, index) => `câu ${index}`)
const AUTOMATIC = 'Cảm ơn bạn đã liên hệ, chúng tôi sẽ trả lời trong giờ làm việc.'

const cases: [name: string, texts: string[], pause: number, verdicts: string][] = [
  ['a person who writes at ease', different(8), 15, 'ffffffff'],
  ['too many in a minute: told once, then silence', different(9), 1, 'fffffTsss'],
  ['slower again after a minute', different(14), 6, 'fffffTssssffTs'],
  ['too many in an hour', different(14), 61, 'ffffffffffffTs'],
  ['a short word again and again, as in a guide', Array(5).fill('rồi'), 20, 'fffff'],
  ['an automatic reply', Array(6).fill(AUTOMATIC), 61, 'fffTss'],
  ['another text after an automatic reply', [...Array(5).fill(AUTOMATIC), 'alo'], 61, 'fffTsf'],
]
test.each(cases)('%s', (_name, texts, pause, verdicts) => {
  const letters = { fine: 'f', told: 'T', silent: 's' }
  const given = write(texts, pause).map((verdict) => letters[verdict])
  expect(given.join('')).toBe(verdicts)
})

test('what sends the bot’s own words back is answered by nothing at all', () => {
  const said = 'Chip trên thẻ căn cước không có chức năng định vị.'
  expect(write(['chip có theo dõi không', said.toUpperCase()], 61, said)).toEqual([
    'fine',
    'silent',
  ])
})
