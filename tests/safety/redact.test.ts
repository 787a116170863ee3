import fc from 'fast-check'
import { MASKS, redact } from '../../src/safety/redact'

describe('redact masks personal values', () => {
  const cases: { name: string; said: string; kinds: string[]; gone: string }[] = [
    {
      name: 'a 12-digit ID number',
      said: 'số cccd của tôi 001099012345',
      kinds: ['id-number'],
      gone: '001099012345',
    },
    {
      name: 'an ID number with blanks',
      said: 'cccd 001 099 012 345 nhé',
      kinds: ['id-number'],
      gone: '345',
    },
    { name: 'an ID number with dots', said: '001.099.012.345', kinds: ['id-number'], gone: '099' },
    {
      name: 'an old 9-digit ID number',
      said: 'cmnd cũ là 012345678',
      kinds: ['id-number'],
      gone: '012345678',
    },
    {
      name: 'full-width digits',
      said: 'số ００１０９９０１２３４５',
      kinds: ['id-number'],
      gone: '０１２３',
    },
    {
      name: 'zero-width marks between digits',
      said: '0010\u200b9901\u200b2345',
      kinds: ['id-number'],
      gone: '9901',
    },
    {
      name: 'a mobile number',
      said: 'gọi lại 0912345678 giúp',
      kinds: ['phone'],
      gone: '0912345678',
    },
    {
      name: 'a mobile number with +84',
      said: 'sđt +84 912 345 678',
      kinds: ['phone'],
      gone: '912',
    },
    {
      name: 'a code after the word',
      said: 'mã otp 482913 là sao',
      kinds: ['code'],
      gone: '482913',
    },
    {
      name: 'a code before the word',
      said: '482913 là mã gì vậy',
      kinds: ['code'],
      gone: '482913',
    },
    {
      name: 'a code without diacritics',
      said: 'no gui ma 4829 ve may',
      kinds: ['code'],
      gone: '4829',
    },
    { name: 'a code with a blank', said: 'otp: 482 913', kinds: ['code'], gone: '913' },
    { name: 'a code alone', said: '482913', kinds: ['code'], gone: '482913' },
    {
      name: 'a password',
      said: 'mật khẩu của tôi là Abc@12345',
      kinds: ['secret'],
      gone: 'Abc@12345',
    },
    { name: 'a passcode', said: 'passcode: 246810', kinds: ['secret'], gone: '246810' },
    {
      name: 'a bank account',
      said: 'stk 19031234567 techcombank',
      kinds: ['bank-number'],
      gone: '19031234567',
    },
    {
      name: 'a card number',
      said: 'thẻ 4111 1111 1111 1111',
      kinds: ['bank-number'],
      gone: '1111',
    },
    {
      name: 'an e-mail address',
      said: 'email tôi lan.nguyen@gmail.com',
      kinds: ['email'],
      gone: 'lan.nguyen',
    },
    {
      name: 'two values of different kinds',
      said: 'cccd 001099012345, sđt 0912345678',
      kinds: ['id-number', 'phone'],
      gone: '0912345678',
    },
  ]
  test.each(cases)('$name', ({ said, kinds, gone }) => {
    const result = redact(said)
    expect(result.kinds).toEqual(kinds)
    expect(result.text).not.toContain(gone)
  })
})

describe('redact leaves alone what is no secret', () => {
  test.each([
    'mã QR chứa 7 trường thông tin gì',
    'công văn 1579-CV/BTGTU ngày 21/6/2023',
    'tổng đài 1900 0368 hay 19000368',
    'từ ngày 01/7/2024 thì sao',
    'năm 2021 làm thẻ mã vạch',
    'mất 35.000 đồng phải không',
    'Nghị định 69/2024/NĐ-CP điều 10',
    'con tôi 14 tuổi',
    'mức 2',
    '3',
    '2023',
    'mật khẩu là gì',
    'mật khẩu phải có 8 ký tự',
    'gọi 113 được không',
  ])('%s', (said) => {
    expect(redact(said)).toEqual({ text: said, kinds: [] })
  })
})

test('any number of nine or more digits is gone, whatever surrounds it', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 12 })
  const words = fc.string({ unit: 'grapheme', maxLength: 40 })
  fc.assert(
    fc.property(words, digits, words, (before, number, after) => {
      fc.pre(!/^1[89]00/.test(number))
      expect(redact(`${before} ${number} ${after}`).text).not.toContain(number)
    }),
  )
})

test('masking twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (said) => {
      const once = redact(said).text
      expect(redact(once).text).toBe(once)
    }),
  )
})

test('every mask is recognisable as one', () => {
  for (const mask of Object.values(MASKS)) expect(mask).toMatch(/^\[.* đã ẩn\]$/)
})
