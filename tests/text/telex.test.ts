import * as fc from 'fast-check'
import { parseSyllable } from '../../src/text/syllable'
import { decodeTelex, decodeVni } from '../../src/text/telex'

describe('decodeTelex', () => {
  const words: [typed: string, meant: string][] = [
    ['dduwowcj', 'được'],
    ['dduowcj', 'được'],
    ['dduocwj', 'được'],
    ['dduocjw', 'được'],
    ['dangd', 'đang'],
    ['khoong', 'không'],
    ['khongo', 'không'],
    ['tieengs', 'tiếng'],
    ['tieesng', 'tiếng'],
    ['nguwowif', 'người'],
    ['quyeenf', 'quyền'],
    ['hoaf', 'hòa'],
    ['thuyr', 'thủy'],
    ['gif', 'gì'],
    ['giaays', 'giấy'],
    ['nhw', 'như'],
    ['cuwar', 'cửa'],
    ['muaw', 'mưa'],
    ['xe', 'xe'],
    ['hoawcj', 'hoặc'],
  ]
  test.each(words)('reads %s as %s', (typed, meant) => {
    expect(decodeTelex(typed) ?? typed).toBe(meant)
  })

  test.each([
    'sim',
    'app',
    'data',
    'vneid',
    'zalo',
    'web',
    'chip',
    'otp',
    'hoa',
    'kich',
    'x',
    '123',
  ])('leaves %s alone', (word) => expect(decodeTelex(word)).toBeNull())
})

describe('decodeVni', () => {
  const words: [typed: string, meant: string][] = [
    ['d9u7o7c5', 'được'],
    ['duoc975', 'được'],
    ['duo7c95', 'được'],
    ['khong6', 'không'],
    ['d9ie65n', 'điện'],
    ['thoai5', 'thoại'],
    ['d9a8ng', 'đăng'],
    ['ky1', 'ký'],
    ['nhung74', 'những'],
  ]
  test.each(words)('reads %s as %s', (typed, meant) => expect(decodeVni(typed)).toBe(meant))

  test.each(['muc2', 'cccd2', 'a1', '2024', 'buoc1', 'lv2', 'd9'])('leaves %s alone', (word) => {
    const decoded = decodeVni(word)
    expect(decoded === null || parseSyllable(decoded) !== null).toBe(true)
    if (word !== 'a1') expect(decoded).toBeNull()
  })
})

test('whatever is decoded is a Vietnamese syllable', () => {
  const keys = fc.string({ unit: fc.constantFrom(...'aeiouydsfrxjwzcghkmnpqtbvl123456789đ') })
  fc.assert(
    fc.property(keys, (word) => {
      for (const decoded of [decodeTelex(word), decodeVni(word)]) {
        if (decoded !== null) expect(parseSyllable(decoded)).not.toBeNull()
      }
    }),
  )
})
