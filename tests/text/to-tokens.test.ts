import * as fc from 'fast-check'
import { fold } from '../../src/text/fold'
import { toTokens } from '../../src/text/to-tokens'

describe('fold', () => {
  test.each([
    ['Đăng ký', 'dang ky'],
    ['ĐƯỜNG ƠI', 'duong oi'],
    ['e\u0302\u0323', 'e'],
    ['VNeID 2', 'vneid 2'],
  ])('%s is %s without marks', (text, folded) => expect(fold(text)).toBe(folded))
})

describe('toTokens', () => {
  const cases: { name: string; text: string; tokens: string }[] = [
    { name: 'tone marks move to their one place', text: 'hoà thuỷ khoẻ', tokens: 'hòa thủy khỏe' },
    { name: 'y and i are written as usual', text: 'kí lí mĩ quí sỹ', tokens: 'ký lý mỹ quý sĩ' },
    { name: 'decomposed letters are composed', text: 'Vie\u0323\u0302t', tokens: 'việt' },
    { name: 'stretched letters shrink', text: 'khônggggg đượcccc', tokens: 'không được' },
    { name: 'emoji and punctuation go', text: 'thẻ 🆘!!! mất — rồi…', tokens: 'thẻ mất rồi' },
    { name: 'invisible characters go', text: 'vn\u200beid\ufeff', tokens: 'vneid' },
    { name: 'fancy letters become plain', text: '𝐕𝐍𝐞𝐈𝐃 ＯＴＰ', tokens: 'vneid otp' },
    { name: 'look-alikes of đ are đ', text: 'Ðăng ðiện', tokens: 'đăng điện' },
    {
      name: 'what masking left behind says nothing',
      text: 'sdt [số điện thoại đã ẩn] bị khóa [mã đã ẩn]',
      tokens: 'sdt bị khóa',
    },
    { name: 'other brackets stay', text: '[thẻ căn cước]', tokens: 'thẻ căn cước' },
    { name: 'nothing gives nothing', text: ' 🙂 ?! ', tokens: '' },
  ]
  test.each(cases)('$name', ({ text, tokens }) => {
    expect(toTokens(text).join(' ')).toBe(tokens)
  })

  test('any string is taken, and tokens stay what they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tokens = toTokens(text)
        expect(toTokens(tokens.join(' '))).toEqual(tokens)
      }),
    )
  })
})
