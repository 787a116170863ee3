import fc from 'fast-check'
import { measureText } from '../../../src/share/fonts'
import { fitText, type TextBox } from '../../../src/share/kit/fit-text'

const box: TextBox = {
  ...{ x: 0, y: 0, width: 200, height: 2000, largest: 20, smallest: 20, leading: 1.3 },
  ...{ weight: 'regular', fill: '#000000' },
}
const linesOf = (text: string, change: Partial<TextBox> = {}) =>
  fitText(text, { ...box, ...change }).shapes.map((shape) =>
    shape.kind === 'text' ? shape.text : '',
  )

test.each([
  [
    'a last word',
    'Đăng ký thường trú trên VNeID như thế nào?',
    ['Đăng ký thường trú', 'trên VNeID như', 'thế nào?'],
  ],
  ['an hour', 'Mở cửa từ 8 giờ đến 17 giờ', ['Mở cửa từ 8 giờ', 'đến 17 giờ']],
  ['a day', 'Đã được soát vào ngày 25/11/2026.', ['Đã được soát vào', 'ngày 25/11/2026.']],
  ['a phone', 'Hỏi điện thoại: 024 0000 0001', ['Hỏi điện thoại:', '024 0000 0001']],
])('%s does not stand alone: %s', (_, text, lines) => {
  expect(linesOf(text)).toEqual(lines)
})

test('no word is lost, none added, and no line is wider than its box', () => {
  const word = fc.constantFrom(
    'Áp',
    'phích',
    '8',
    'giờ',
    '30',
    'ngày',
    '25/11/2026,',
    'nghiêng',
    'a',
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
      const lines = linesOf(words.join(' '), { width: 180 })
      expect(lines.join(' ')).toBe(words.join(' '))
      for (const line of lines) expect(measureText(line, 'regular', 20)).toBeLessThan(180.01)
    }),
  )
})
