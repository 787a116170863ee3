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
    ...(
      [
        ['an ID number between odd signs', 'cccd 001|099*012~345', 'id-number', '345'],
        ['an ID number between slashes', 'số 001/099/012/345 nhé', 'id-number', '345'],
        ['an ID number digit by digit', '0_0_1_0_9_9_0_1_2_3_4_5', 'id-number', '3_4_5'],
        ['an ID number over lines', '0010\n9901\n2345', 'id-number', '9901'],
        ['an ID number with emoji', '001🙂099🙂012🙂345', 'id-number', '345'],
        ['an ID number in key caps', '0️⃣0️⃣1️⃣0️⃣9️⃣9️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣', 'id-number', '3'],
        ['mathematical digits', '𝟘𝟘𝟙𝟘𝟡𝟡𝟘𝟙𝟚𝟛𝟜𝟝', 'id-number', '𝟛𝟜𝟝'],
        ['digits in rings', '⓪①②③④⑤⑥⑦⑧', 'id-number', '⑦'],
        ['Burmese digits', 'số ၀၀၁၀၉၉၀၁၂၃၄၅', 'id-number', '၃၄၅'],
        ['o for zero', 'cccd oo1o99o12345 ạ', 'id-number', '12345'],
        ['a Cyrillic о for zero', 'cccd ОО1О99О12345', 'id-number', '12345'],
        ['l for one', 'gọi o9l2345678 nhé', 'phone', '345678'],
        ['a number split over words', 'cccd 001099 rồi 012345', 'id-number', '012345'],
        [
          'a number in words',
          'số em là không không một không chín chín không một hai ba bốn năm',
          'id-number',
          'bốn năm',
        ],
        [
          'a number in words without marks',
          'sdt khong chin mot hai ba bon nam sau bay tam',
          'phone',
          'bon nam',
        ],
        [
          'a number in words by tens',
          'không chín một hai ba mươi tư năm sáu bảy tám',
          'phone',
          'bảy',
        ],
        ['a number half in words', 'không chín 12345678 số tôi', 'phone', '12345678'],
        ['an account that reads like years', 'stk 1942 2014 2080', 'bank-number', '2014'],
        ['a code in words', 'mã otp là bốn tám hai chín một ba', 'code', 'chín một'],
        ['a code beside a glued word', 'số 12otp 482913', 'code', '482913'],
        ['a code glued to its word', 'otp482913', 'code', '482913'],
        ['a code as Google sends it', 'mã G-482913', 'code', '482913'],
        ['a code of letters and digits', 'mã xác nhận là A7K9Q2', 'code', 'A7K9'],
        ['a number glued to a word', 'sđt0912345678nhé', 'phone', '0912345678'],
        ['a passport', 'hộ chiếu số C1234567', 'id-number', '1234567'],
        ['a password of letters', 'mật khẩu là hoahongdo', 'secret', 'hoahong'],
        ['a password without "là"', 'mk Hanoi@2024', 'secret', 'Hanoi@2024'],
        ['a long password', `pass: ${'aB3$'.repeat(40)}`, 'secret', 'aB3$'],
        ['a spelled address', 'mail lan.nguyen (a) gmail . com', 'email', 'lan.nguyen'],
        ['an address in words', 'lan.nguyen a còng gmail chấm com', 'email', 'lan.nguyen'],
        ['a full-width address', 'lan.nguyen＠gmail.com', 'email', 'lan.nguyen'],
        ['a token in a link', 'https://a.vn/x?token=ab12cd34ef&p=1', 'code', 'ab12cd34ef'],
        ['a token after the fragment', 'vào https://a.vn/#access_token=zzYYxx', 'code', 'zzYYxx'],
        ['a long part of a path', 'https://a.vn/reset/9f8a7b6c5d4e3f2a1b0c', 'code', '9f8a7b'],
        ['a password in an address', 'http://lan:bimat@a.vn', 'secret', 'bimat'],
        [
          'an ID number in a path',
          'https://a.vn/tra-cuu/001099012345',
          'id-number',
          '001099012345',
        ],
      ] as const
    ).map(([name, said, kind, gone]) => ({ name, said, kinds: [kind], gone })),
    {
      name: 'a day of birth with a name',
      said: 'tôi tên Nguyễn Văn An sinh ngày 12/5/1985, đổi thẻ ở đâu',
      kinds: ['birth-date', 'name'],
      gone: '1985',
    },
    {
      name: 'a name with a day of birth',
      said: 'Họ tên: Trần Thị Lan, sn 12.05.1985',
      kinds: ['birth-date', 'name'],
      gone: 'Lan',
    },
    {
      name: 'a name and a date beside it',
      said: 'Lê Minh Đức, 01-02-1990 làm thẻ chưa ạ',
      kinds: ['birth-date', 'name'],
      gone: 'Đức',
    },
    {
      name: 'a name in small letters',
      said: 'nguyen van an sinh ngay 12 thang 5 nam 1985',
      kinds: ['birth-date', 'name'],
      gone: 'van an',
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
    'gọi 113, 114, 115 được không',
    'số 0692345678 của Bộ Công an',
    'tổng đài 1900 0368, 1900 6656',
    'Điều 46 Luật 26/2023/QH15, Nghị định 70/2024/NĐ-CP',
    'điều 10, 11, 12, 13, 14 nói gì',
    'sinh năm 2012, 2001, 1986, 1966 thì đổi',
    'các năm 2021 - 2022 - 2023',
    'lệ phí 35.000, 50.000, 70.000 đồng',
    'phạt 1.250.000.000 đồng à',
    'nộp 500000 đồng',
    'sáng 7:30 - 11:30, chiều 13:30 - 17:00',
    'sáng 7h30 đến 11h30',
    'bản 2.2.4 cho iPhone 13',
    'báo mã lỗi 1001',
    'có mã QR từ ngày 12 tháng 5 năm 2024 không',
    'trẻ sinh từ ngày 01/07/2024 thì làm thẻ thế nào',
    'một năm hai lần, không phải ba bốn lần',
    'năm hai nghìn không trăm hai mươi bốn',
    'mật khẩu là của tôi',
    'mật khẩu vneid: 8-20 ký tự',
    'https://dantri.com.vn/phap-luat/luat-can-cuoc-20240112033346193.htm',
    'https://vanban.chinhphu.vn/?docid=219189',
    'vào https://loa.hanoi.gov.vn/t/qr-fields?u=ba-dinh&l=zalo',
  ])('%s', (said) => {
    expect(redact(said)).toEqual({ text: said, kinds: [] })
  })
})

describe('whatever way a number is typed, its digits are gone', () => {
  const MARKS = [
    '',
    '',
    '',
    ' ',
    '.',
    '-',
    ', ',
    ' - ',
    '/',
    '_',
    '|',
    '\n',
    '\u200b',
    '\u00a0',
    '·',
    '…',
    '🙂',
  ]
  const KEYBOARDS = ['0', '０', '٠', '۰', '०', '𝟎', '𝟘', '𝟶', '๐', '၀']
  const WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
  const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '')
  const SPELLINGS: ((digit: number) => string)[] = [
    ...KEYBOARDS.map(
      (zero) => (digit: number) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + digit),
    ),
    (digit) => `${digit}\ufe0f\u20e3`,
    (digit) => `${digit}\u0332`,
  ]
  /** An ID number, a phone number or a card number, as ASCII digits. */
  const numbers = fc
    .tuple(
      fc.constantFrom('001', '036', '0912', '0988', '4111', '9704'),
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 12 }),
    )
    .map(([begin, rest]) =>
      (begin + rest).slice(0, begin.startsWith('0') ? (begin.length === 3 ? 12 : 10) : 16),
    )
  const mark = fc.constantFrom(...MARKS)
  const words = fc.constantFrom('', 'cccd của em', 'Số tôi là', 'gọi', 'đây ạ', 'thế nào?')

  /** What is left of the digits, whatever alphabet they are of: independent of how the guard reads them. */
  const digitsOf = (text: string) =>
    [...text.normalize('NFKC')]
      .map((character) => {
        const code = character.codePointAt(0) ?? 0
        const zero = [0x30, 0x660, 0x6f0, 0x966, 0xe50, 0x1040].find(
          (first) => code >= first && code < first + 10,
        )
        return zero === undefined ? '' : String(code - zero)
      })
      .join('')

  test('typed on any keyboard, with any signs between', () => {
    fc.assert(
      fc.property(
        words,
        numbers,
        fc.constantFrom(...SPELLINGS),
        fc.array(mark, { minLength: 16, maxLength: 16 }),
        words,
        (before, number, spell, marks, after) => {
          // Days are left alone: a number that is typed as one is one.
          fc.pre(!marks.includes('/') || marks.filter((one) => one === '/').length > 2)
          const typed = [...number]
            .map((digit, index) => spell(Number(digit)) + marks[index])
            .join('')
          const { text, kinds } = redact(`${before} ${typed} ${after}`)
          expect(kinds.length).toBeGreaterThan(0)
          expect(digitsOf(text)).toBe('')
        },
      ),
      { numRuns: 3_000 },
    )
  })

  test('in words, in any case, with and without marks', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(' ', '  ', ', ', '-', '. '),
        (number, isMarked, isLoud, gap) => {
          const spoken = [...number].map((digit) => WORDS[Number(digit)] ?? '').join(gap)
          const said = isMarked ? spoken : fold(spoken)
          const { text } = redact(`so ${isLoud ? said.toUpperCase() : said}`)
          expect(text).toMatch(/^so \[[^[\]]+ đã ẩn\]$/)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('with letters that look like digits', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom('o', 'O', 'О'),
        fc.constantFrom('1', 'l', 'I'),
        (number, zero, one) => {
          const typed = number.replace(/0/g, zero).replace(/1/g, one)
          fc.pre((typed.match(/[0-9]/g) ?? []).length >= number.length / 2)
          expect(redact(`sđt ${typed} nha`).text).toMatch(/^sđt \[[^[\]]+ đã ẩn\] nha$/)
        },
      ),
    )
  })

  test('whatever else stands around it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        numbers,
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (before, number, after) => {
          expect(redact(`${before} ${number} ${after}`).text).not.toContain(number)
        },
      ),
    )
  })
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
