import fc from 'fast-check'
import {
  CARRY_CODE_LENGTH,
  createShortCode,
  LINK_CODE_LENGTH,
  readShortCode,
} from '../../src/text/short-code'

const read = (text: string) => readShortCode(text, CARRY_CODE_LENGTH)

describe('a short code', () => {
  test('is read back as it was made, in any case and spacing', () => {
    const random = fc.infiniteStream(fc.nat(17))
    fc.assert(
      fc.property(random, fc.constantFrom(' ', '', '-', '. '), (stream, gap) => {
        const code = createShortCode(CARRY_CODE_LENGTH, () => stream.next().value)
        fc.pre(new Set(code).size > 1)
        const typed = [...code.toLowerCase()].join(gap)
        expect(read(typed)).toEqual({ code, isNamed: false })
        expect(read(`Mã: ${typed}`)).toEqual({ code, isNamed: true })
        expect(read(`tiếp tục mã ${typed} `)?.code).toBe(code)
      }),
    )
  })

  test('is one of millions', () => {
    const codes = new Set(Array.from({ length: 18 }, (_, n) => createShortCode(1, () => n)))
    expect(codes.size ** CARRY_CODE_LENGTH).toBeGreaterThan(30_000_000)
    expect(codes.size ** LINK_CODE_LENGTH).toBeGreaterThan(1_500_000)
  })

  test.each(['chip', 'không', 'hhhhhh', 'KMPXT', 'KMPXTRS', 'KMPXT1', 'KMP XTR nhé', '', '123456'])(
    'is not what people write: %s',
    (text) => expect(read(text)).toBeNull(),
  )
})
