import * as fc from 'fast-check'
import { shortenText } from '../../src/text/shorten-text'
import { splitText } from '../../src/text/split-text'

const graphemes = (text: string) =>
  [...new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text)].map((s) => s.segment)
const bare = (text: string) => text.replace(/\s/g, '')

describe('splitText', () => {
  const cases: { name: string; text: string; limit: number; parts: string[] }[] = [
    { name: 'a text that fits stays whole', text: 'Chào bác.', limit: 20, parts: ['Chào bác.'] },
    { name: 'nothing gives no parts', text: ' \n ', limit: 20, parts: [] },
    {
      name: 'paragraphs part first',
      text: 'Một câu. Hai câu.\n\nBa câu.',
      limit: 20,
      parts: ['Một câu. Hai câu.', 'Ba câu.'],
    },
    {
      name: 'then sentences',
      text: 'Một câu ngắn. Hai câu ngắn nữa. Ba.',
      limit: 20,
      parts: ['Một câu ngắn.', 'Hai câu ngắn nữa.', 'Ba.'],
    },
    {
      name: 'then words',
      text: 'một hai ba bốn năm sáu',
      limit: 10,
      parts: ['một hai ba', 'bốn năm', 'sáu'],
    },
    { name: 'a long word is cut', text: 'abcdefghij', limit: 4, parts: ['abcd', 'efgh', 'ij'] },
    {
      name: 'an emoji is never cut',
      text: '👍🏽👍🏽👍🏽',
      limit: 5,
      parts: ['👍🏽', '👍🏽', '👍🏽'],
    },
  ]
  test.each(cases)('$name', ({ text, limit, parts }) => {
    expect(splitText(text, limit)).toEqual(parts)
  })

  test('any text: within the limit, nothing lost but white space', () => {
    const texts = fc.array(
      fc.constantFrom('á ', 'Câu dài. ', '👨‍👩‍👧', '\n\n', 'ệ', 'nghiêng', ', '),
    )
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 40 }), (pieces, limit) => {
        const text = pieces.join('')
        const parts = splitText(text, limit)
        expect(parts.every((part) => part.length <= limit && part.trim() === part)).toBe(true)
        expect(bare(parts.join(''))).toBe(bare(text))
        expect(parts.flatMap(graphemes).filter(bare)).toEqual(graphemes(text).filter(bare))
      }),
    )
  })

  test('any string at all ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 9 }), (text, limit) => {
        const parts = splitText(text, limit)
        expect(parts.every((part) => part !== '' && part.length <= limit)).toBe(true)
        expect(bare(parts.join(''))).toBe(bare(text))
      }),
    )
  })

  test('a limit too small for a character is refused', () => {
    expect(() => splitText('a', 1)).toThrow(RangeError)
  })
})

describe('shortenText', () => {
  test.each([
    ['Kích hoạt', 20, 'Kích hoạt'],
    ['Kích hoạt tài khoản', 12, 'Kích hoạt…'],
    ['abcdefghij', 5, 'abcd…'],
    ['👨‍👩‍👧 nhà tôi', 6, '…'],
    ['một hai ba', 8, 'một hai…'],
  ])('%s within %i is %s', (text, limit, short) => expect(shortenText(text, limit)).toBe(short))

  test('any string stays within any limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        expect(shortenText(text, limit).length).toBeLessThanOrEqual(limit)
      }),
    )
  })
})
