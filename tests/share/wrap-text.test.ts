import fc from 'fast-check'
import { measureText } from '../../src/share/fonts'
import { wrapText } from '../../src/share/wrap-text'

const measure = (text: string) => measureText(text, 'bold', 76)
const vietnamese = fc
  .array(
    fc.constantFrom('Thẻ', 'căn', 'cước', 'gắn', 'chip', 'có', 'định', 'vị,', 'nghiêng', 'không?'),
    { maxLength: 40 },
  )
  .map((words) => words.join(' '))

test('lines keep to the width and lose no word', () => {
  fc.assert(
    fc.property(vietnamese, (text) => {
      const { lines, isCut } = wrapText(text, { width: 1072, lines: 100, measure })
      expect(isCut).toBe(false)
      expect(lines.join(' ')).toBe(text)
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(1072)
    }),
  )
})

test('what has no room ends in an ellipsis, within the width', () => {
  const text = 'Đăng ký tài khoản định danh điện tử mức độ 02. '.repeat(6)
  const { lines, isCut } = wrapText(text, { width: 1072, lines: 2, measure })
  expect(isCut).toBe(true)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/…$/)
  expect(measure(lines[1] ?? '')).toBeLessThanOrEqual(1072)
})
