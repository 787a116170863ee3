import { lexiconSchema } from '../../src/text/lexicon'

test('a spelling may have one reading or several', () => {
  const { spellings } = lexiconSchema.parse({
    spellings: { ko: 'không', mk: ['mật khẩu', 'mình'] },
  })
  expect(spellings).toEqual({ ko: ['không'], mk: ['mật khẩu', 'mình'] })
})

test('missing sections are empty', () => {
  expect(lexiconSchema.parse({})).toEqual({ spellings: {}, synonyms: [], particles: [] })
})

test.each([
  ['an unknown section', { spelings: {} }],
  ['a group of one', { synonyms: [['thẻ']] }],
  ['an empty word', { particles: [' '] }],
])('%s is refused', (_, lexicon) => expect(lexiconSchema.safeParse(lexicon).success).toBe(false))
