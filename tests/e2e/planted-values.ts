/** Something personal in a message, and how it is found wherever it went. */
export type Planted = { value: string; said: string }

const KEYBOARDS = [0x30, 0xff10, 0x660, 0x1d7ce]
const MARKS = ['', ' ', '.', '-', ' - ', '\u200b', '|', '_', '\n']
const WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** Values of every kind, `count` of them, each other than all others. */
export function plantValues(count: number): Planted[] {
  let seed = 20_261_125
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const digits = (length: number) => Array.from({ length }, () => random(10)).join('')
  const letters = (length: number) =>
    Array.from({ length }, () => 'bcdfghjkmnpqrtvwxz'.charAt(random(18))).join('')
  const type = (number: string) => {
    const zero = KEYBOARDS[random(KEYBOARDS.length)] ?? 0x30
    const mark = MARKS[random(MARKS.length)] ?? ''
    const size = 3 + random(2)
    return (number.match(new RegExp(`.{1,${size}}`, 'g')) ?? [])
      .map((group) =>
        [...group].map((digit) => String.fromCodePoint(zero + Number(digit))).join(''),
      )
      .join(mark)
  }
  const kinds: ((index: number) => Planted)[] = [
    () => number(`0${digits(11)}`, (typed) => `số cccd của em là ${typed} nhé`),
    () => number(`09${digits(8)}`, (typed) => `gọi lại ${typed} giúp tôi`),
    () => number(toCard(`4${digits(14)}`), (typed) => `thẻ ${typed} bị trừ tiền`),
    () => number(`19${digits(10)}`, (typed) => `stk ${typed} vietcombank`),
    () => {
      const value = `03${digits(8)}`
      return { value, said: [...value].map((digit) => WORDS[Number(digit)]).join(' ') }
    },
    () => {
      const value = `${letters(9)}${digits(3)}`
      return { value, said: `email ${value}@gmail.com` }
    },
    () => {
      const value = `${letters(8)}@${digits(4)}`
      return { value, said: `mật khẩu của tôi là ${value}` }
    },
    () => {
      const value = `${letters(10)}${digits(6)}`
      return { value, said: `mở https://vneid.gov.vn/xac-thuc?token=${value} được không` }
    },
  ]
  function number(value: string, toSaid: (typed: string) => string): Planted {
    return { value, said: toSaid(type(value)) }
  }
  return Array.from({ length: count }, (_, index) => {
    const make = kinds[index % kinds.length] as (index: number) => Planted
    return make(index)
  })
}

function toCard(begin: string): string {
  const last = Array.from({ length: 10 }, (_, digit) => `${begin}${digit}`).find((card) => {
    const sum = [...card].reverse().reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
    return sum % 10 === 0
  })
  return last ?? begin
}

/**
 * The values that can be read out of something that was written: as they are, or as digits of any keyboard with a few
 * signs between, or as words for digits. Knows nothing of how the program finds them.
 */
export function findPlanted(written: string, planted: readonly Planted[]): string[] {
  const plain = withoutEscapes(written)
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660))
    .toLowerCase()
  const numbers = (plain.match(/[0-9](?:[^0-9\p{L}]{0,3}[0-9])*/gu) ?? [])
    .map((number) => number.replace(/[^0-9]/g, ''))
    .join('|')
  const words = plain
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '')
  const spelled = (value: string) =>
    [...value]
      .map((digit) => (WORDS[Number(digit)] ?? '').normalize('NFD').replace(/\p{M}/gu, ''))
      .join('')
  return planted
    .map(({ value }) => value)
    .filter((value) =>
      /^[0-9]+$/.test(value)
        ? numbers.includes(value) || words.includes(spelled(value))
        : plain.includes(value),
    )
}

/** JSON writes some signs as `\u0660`, and a line's end as `\n`. */
function withoutEscapes(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\\n/g, '\n')
}
