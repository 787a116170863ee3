import fc from 'fast-check'
import { parseJson, pick, pickList, pickText } from '../../src/channels/untrusted-json'

test('long whole numbers keep every digit, as text', () => {
  const text = '{"a":12345678901234567,"b":[-12345678901234567],"c":"x 12345678901234567 \\" y"}'
  expect(parseJson(Buffer.from(text))).toEqual({
    a: '12345678901234567',
    b: ['-12345678901234567'],
    c: 'x 12345678901234567 " y',
  })
})

test('digits of a fraction or a power are no long number', () => {
  const text = '[-0.0000010000000000000002,1.2345678901234567e30,1234567890123456e3]'
  expect(parseJson(text)).toEqual(JSON.parse(text))
})

test.each(['', '{', '{"a":1,}', 'nope', '"'])('%j is no JSON', (text) => {
  expect(parseJson(text)).toBeUndefined()
})

test('all other JSON is what it is', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(!/(?<![\d.])\d{16}/.test(text))
      expect(parseJson(text)).toEqual(JSON.parse(text))
    }),
  )
})

test('a path ends where the objects end', () => {
  const value = { a: { b: 1 }, list: [1], text: 'x' }
  expect(pick(value, 'a', 'b')).toBe(1)
  expect(pickText(value, 'a', 'b')).toBe('1')
  for (const path of [['a', 'b', 'c'], ['text', 'length'], ['constructor'], ['none', 'b']]) {
    expect(pick(value, ...path)).toBeUndefined()
  }
  expect(pickText(value, 'list')).toBe('')
  expect(pickList(value, 'list')).toEqual([1])
  expect(pickList(value, 'text')).toEqual([])
})
