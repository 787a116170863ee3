import { createExplainer } from '../../src/matching/create-explainer'
import { createMatcher } from '../../src/matching/create-matcher'
import { trainMatcher } from '../../src/matching/train-matcher'
import { lexiconSchema } from '../../src/text/lexicon'
import { intents } from './small-intents'

const lexicon = lexiconSchema.parse({
  spellings: { ko: 'không' },
  synonyms: [['đánh mất', 'thất lạc', 'mất', 'rơi']],
})
const thresholds = { answer: 0.5, clarify: 0.25 }
const explain = createExplainer(trainMatcher({ intents, lexicon }), thresholds)

test.each([
  { said: 'ko', reading: { typed: 'ko', read: 'không', reason: 'chat spelling' } },
  { said: 'traar sachs treex', reading: { typed: 'sachs', read: 'sách', reason: 'keystrokes' } },
  { said: 'mat61 the3', reading: { typed: 'mat61', read: 'mất', reason: 'keystrokes' } },
  { said: 'gia han sach', reading: { typed: 'han', read: 'hạn', reason: 'marks' } },
  { said: 'mởcửa mấy giờ', reading: { typed: 'mởcửa', read: 'mở cửa', reason: 'spacing' } },
  { said: 'gia hạn sáchh', reading: { typed: 'sáchh', read: 'sách', reason: 'correction' } },
])('$said: it tells how $reading.typed was read', ({ said, reading }) => {
  expect(explain(said).readings).toContainEqual(reading)
})

test('what was taken as typed is no reading', () => {
  expect(explain('mất thẻ').readings).toEqual([])
})

test('concepts, features and the nearest example of the best topic are told', () => {
  const { concepts, topics } = explain('thẻ thất lạc')
  const [best] = topics
  expect(concepts).toEqual(['đánh mất'])
  expect(best?.topic).toBe('lost-card')
  expect(best?.nearest?.example).toContain('thẻ')
  const named = best?.features.map(({ feature }) => feature)
  expect(named).toEqual(expect.arrayContaining(['concept đánh mất', 'marked thẻ']))
})

test('the features add up to the margin', () => {
  const [best] = explain('mất thẻ').topics
  const sum = best?.features.reduce((all, { amount }) => all + amount, -1)
  expect(best?.features.length).toBeLessThan(13)
  expect(Math.abs((sum ?? 0) - (best?.margin ?? 0))).toBeLessThan(0.25) // the weakest are not told
})

test('what is explained is what the matcher decides', () => {
  const matcher = createMatcher({ intents, lexicon, thresholds })
  for (const said of [
    'dang ky',
    'học phí nộp ở đâu',
    'mất thẻ, với lại mấy giờ đóng cửa',
    '',
    '??',
  ]) {
    expect(explain(said).understanding).toEqual(matcher.match(said))
  }
})
