/** What was found and masked. */
export type SensitiveKind = 'id-number' | 'code' | 'phone' | 'bank-number' | 'email' | 'secret'

/** A text that may be stored, and which kinds of value were taken out of it. */
export type Redaction = {
  text: string
  /** Each kind once, in the order of {@link MASKS}. */
  kinds: SensitiveKind[]
}

/** What stands in the place of a value. The matcher drops bracketed phrases that end in "đã ẩn]". */
export const MASKS: Readonly<Record<SensitiveKind, string>> = {
  email: '[email đã ẩn]',
  secret: '[mật khẩu đã ẩn]',
  'bank-number': '[số tài khoản đã ẩn]',
  'id-number': '[số giấy tờ đã ẩn]',
  phone: '[số điện thoại đã ẩn]',
  code: '[mã đã ẩn]',
}

type Found = { start: number; end: number; kind: SensitiveKind }

/** Digits as typed on any keyboard, with what people put between them: blanks, dots, hyphens, zero-width marks. */
const DIGIT = '[0-9\\uFF10-\\uFF19\\u0660-\\u0669\\u06F0-\\u06F9]'
const GAP = '[ .,\\-\\u00A0\\u200B-\\u200D\\u2060\\uFEFF]{0,3}'

const EMAIL = /[\w.%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/giu
const LONG_NUMBER = new RegExp(`(?:\\+?${DIGIT}${GAP}){8,22}${DIGIT}`, 'gu')
const SHORT_NUMBER = new RegExp(
  `(?<![\\p{L}0-9/.,-])(?:${DIGIT}[ .-]?){3,7}${DIGIT}(?![0-9/]|[.,-][0-9])`,
  'gu',
)
/** A word for a password, perhaps whose it is, then "là", ":" or "=", then the value. Over folded text. */
const PASSWORD =
  /(?:mat khau|password|passcode|pass|\bmk|ma pin)(?: [a-z]{1,10}){0,4} ?(?:la|:|=) ?([^\s]{4,40})/g
/** What makes a short number a code. Over folded text, looked for near the number. */
const CODE_WORDS =
  /\b(?:otp|o t p|ma so|ma xac|ma kich|ma bao|ma nay|ma la|ma|code|passcode|pin|xac thuc|xac nhan|mat khau|pass|mk|sms)\b/
const NO_CODE = /\bma (?:qr|vach|dinh danh|tinh|vung|buu)\b/g
const BANK_WORDS =
  /\b(?:stk|so tai khoan|tai khoan ngan hang|so the|ngan hang|chuyen khoan|visa|atm|napas)\b/
const YEAR = /^(?:19|20)\d\d$/
/** Numbers that everyone may know: service lines begin with 1800 or 1900. */
const PUBLIC_LINE = /^1[89]00\d{4,6}$/
const PHONE = /^(?:84|0084|0)?(?:[35789]\d{8}|2\d{9})$/

/** How far around a short number a word for "code" counts, in characters. */
const NEAR_BEFORE = 45
const NEAR_AFTER = 25

/**
 * Masks personal numbers and codes in what a citizen wrote: ID numbers (9 and 12 digits), phone and bank numbers,
 * e-mail addresses, passwords, and short numbers that the words around them show to be codes. Runs before anything
 * is stored, so it rather masks too much than too little; public service lines and years stay.
 *
 * Linear in the text's length: every repetition is bounded.
 */
export function redact(text: string): Redaction {
  const written = text.normalize('NFC')
  const folded = foldSameLength(written)
  const found: Found[] = []
  const add = (start: number, end: number, kind: SensitiveKind) => {
    if (found.every((other) => end <= other.start || start >= other.end))
      found.push({ start, end, kind })
  }

  for (const match of written.matchAll(EMAIL))
    add(match.index, match.index + match[0].length, 'email')
  for (const match of folded.matchAll(PASSWORD)) {
    const value = match[1] ?? ''
    const end = match.index + match[0].length
    if (/[0-9@#$%^&*!_]/.test(value)) add(end - value.length, end, 'secret')
  }
  for (const match of written.matchAll(LONG_NUMBER)) {
    const kind = toLongKind(toDigits(match[0]), folded, match.index)
    if (kind) add(match.index, match.index + match[0].length, kind)
  }
  const alone =
    toDigits(written.trim()) !== '' && /^[\d\s.,\-\uFF10-\uFF19]+$/u.test(written.trim())
  for (const match of written.matchAll(SHORT_NUMBER)) {
    const digits = toDigits(match[0])
    if (YEAR.test(digits) || PUBLIC_LINE.test(digits)) continue
    const end = match.index + match[0].length
    const near = folded
      .slice(Math.max(0, match.index - NEAR_BEFORE), end + NEAR_AFTER)
      .replace(NO_CODE, ' ')
    if (alone || CODE_WORDS.test(near)) add(match.index, end, 'code')
  }

  found.sort((a, b) => a.start - b.start)
  let masked = ''
  let from = 0
  for (const { start, end, kind } of found) {
    masked += written.slice(from, start) + MASKS[kind]
    from = end
  }
  const kinds = new Set(found.map(({ kind }) => kind))
  return {
    text: masked + written.slice(from),
    kinds: (Object.keys(MASKS) as SensitiveKind[]).filter((kind) => kinds.has(kind)),
  }
}

function toLongKind(digits: string, folded: string, start: number): SensitiveKind | null {
  if (PUBLIC_LINE.test(digits)) return null
  const before = folded.slice(Math.max(0, start - NEAR_BEFORE), start)
  if (BANK_WORDS.test(before)) return 'bank-number'
  if (PHONE.test(digits)) return digits.length === 9 ? 'id-number' : 'phone'
  return digits.length > 12 ? 'bank-number' : 'id-number'
}

/** The digits of a number as ASCII, whatever keyboard they come from. */
function toDigits(number: string): string {
  return [...number]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0
      for (const zero of [0x30, 0xff10, 0x660, 0x6f0]) {
        if (code >= zero && code <= zero + 9) return String(code - zero)
      }
      return ''
    })
    .join('')
}

/** Lower case without diacritics, character by character, so that places in both texts are the same. */
function foldSameLength(text: string): string {
  let folded = ''
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index)
    const plain = unit.normalize('NFD').charAt(0).toLowerCase()
    folded += plain === 'đ' ? 'd' : plain.length === 1 ? plain : unit
  }
  return folded
}
