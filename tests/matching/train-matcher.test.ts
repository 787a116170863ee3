import { createMatcher, openMatcher } from '../../src/matching/create-matcher'
import { trainMatcher } from '../../src/matching/train-matcher'
import { emptyLexicon, lexiconSchema } from '../../src/text/lexicon'
import { intents } from './small-intents'

const lexicon = lexiconSchema.parse({
  spellings: { ko: 'không', dc: 'được' },
  synonyms: [['đánh mất', 'thất lạc', 'mất', 'rơi']],
})
const thresholds = { answer: 0.5, clarify: 0.25 }
const model = trainMatcher({ intents, lexicon })

test('what was learned makes the same matcher in another thread', () => {
  const there = openMatcher(structuredClone(model), thresholds)
  const here = createMatcher({ intents, lexicon, thresholds })
  const said = [...intents.flatMap(({ examples }) => examples), 'giá vàng hôm nay', 'cccd mat', '']
  for (const utterance of said) expect(there.match(utterance)).toEqual(here.match(utterance))
})

test('the same examples and words are not learned twice', () => {
  expect(trainMatcher(structuredClone({ intents, lexicon }), model)).toBe(model)
})

test('another example, another intent and other words are learned anew', () => {
  const [first, ...others] = intents
  if (!first) throw new Error('an intent is needed')
  const changed = [
    { intents: [{ ...first, examples: [...first.examples, 'một câu mới'] }, ...others], lexicon },
    { intents: others, lexicon },
    { intents, lexicon: emptyLexicon },
  ]
  const fingerprints = changed.map((input) => trainMatcher(input, model).fingerprint)
  expect(new Set([model.fingerprint, ...fingerprints]).size).toBe(4)
})

test('thousands of intents are learned, each from those that are near it', () => {
  const words = ['thẻ', 'sách', 'phòng', 'vé', 'đơn', 'xe', 'nhà', 'đất', 'lớp', 'quỹ', 'sân', 'bể']
  const places = [
    'huế',
    'vinh',
    'đà',
    'lạt',
    'sơn',
    'tây',
    'mai',
    'châu',
    'hạ',
    'long',
    'cần',
    'thơ',
  ]
  const deeds = [
    'đăng ký',
    'gia hạn',
    'huỷ',
    'đổi',
    'mua',
    'bán',
    'thuê',
    'mượn',
    'trả',
    'xem',
    'sửa',
  ]
  const many = words.flatMap((word) =>
    places.flatMap((place) =>
      deeds.map((deed) => ({
        id: `${deed} ${word} ${place}`,
        examples: [`${deed} ${word} ở ${place}`, `${word} ${place} ${deed} thế nào`],
      })),
    ),
  )
  const matcher = openMatcher(trainMatcher({ intents: many, lexicon: emptyLexicon }), thresholds)
  const asked = many.filter((_, index) => index % 97 === 0)
  const right = asked.filter(
    ({ id }) => matcher.match(`tôi muốn ${id}`).candidates[0]?.topic === id,
  )
  expect(many.length * many.length * 2).toBeGreaterThan(4_000_000) // else all examples are looked at
  expect(right.length).toBeGreaterThanOrEqual(asked.length - 1)
}, 60_000)
