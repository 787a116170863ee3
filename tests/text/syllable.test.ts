import { isUnmarkedSyllable, parseSyllable } from '../../src/text/syllable'

test.each(['được', 'nghiêng', 'quyết', 'giếng', 'gì', 'khuỷu', 'ủy', 'yêu', 'ngoằn', 'a', 'thẻ'])(
  '%s is a syllable',
  (word) => expect(parseSyllable(word)).not.toBeNull(),
)

test.each(['đuợc', 'vneid', 'cấch', 'nghà', 'ceo', 'kà', 'zalo', 'mâtj', 'hòng2', 'cùch', ''])(
  '%s is none',
  (word) => expect(parseSyllable(word)).toBeNull(),
)

test('a final stop takes only the rising and the heavy tone', () => {
  expect(['mát', 'mạt', 'mat'].every(parseSyllable)).toBe(true)
  expect(['màt', 'mảt', 'mãt'].some(parseSyllable)).toBe(false)
})

test('marks are not needed to look like a syllable', () => {
  expect(['duoc', 'đuợc', 'nguoi', 'can'].every(isUnmarkedSyllable)).toBe(true)
  expect(['vneid', 'zalo', 'otp', 'cccd'].some(isUnmarkedSyllable)).toBe(false)
})
