import { isUnmarkedSyllable } from '../text/syllable'
import type { Span } from './harmless-numbers'

/** A value that is none of a number. */
export type FoundSecret = Span & { kind: 'email' | 'secret' | 'code' | 'id-number' }

const EMAIL = /[\w.%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/g
/** "lan (a) gmail . com", "lan a còng gmail chấm com". */
const SPELLED_EMAIL =
  /[\w.+-]{1,64} {0,2}(?:@|\(a\)|[[(]at[\])]| at | a cong | a moc | a vong )[ ]{0,2}(?:gmail|yahoo|hotmail|outlook|icloud|ymail)(?: {0,2}(?:\.|,| cham | dot ) {0,2}(?:com|vn|net|org)){0,2}/g

/** A word for a password, perhaps whose it is, then "là", ":" or "=", then the value. */
const PASSWORD =
  /(?:mat khau|password|passcode|pass|\bmk|ma pin|passwd|pwd)(?: [a-z]{1,10}){0,4} ?(?:\bla\b|:|=) ?([^\s]{4,400})/g
/** The value follows at once and could not be a word. */
const BARE_PASSWORD = /(?:mat khau|password|passcode|passwd|\bpwd|\bpass|\bmk) ([^\s]{6,400})/g
/** Words after "mật khẩu là" that are none. */
const NO_PASSWORD = new Set(
  'vneid facebook zalo gmail email passcode password iphone samsung chrome internet otp smartphone app'.split(
    ' ',
  ),
)

/** What an address carries along after `?` or `#`, and the parts of it. */
const QUERY =
  /\b(?:https?:\/\/|www\.|[a-z0-9-]{1,63}\.[a-z]{2,24}\/)[^\s?#]{0,300}[?#]([^\s]{1,2000})/g
const PARAMETER = /(?:^|[?&#;])([\w.-]{1,40})=([^\s&#;]{1,1500})/g
const SECRET_NAME =
  /token|otp|code|key|pass|pwd|session|sid|auth|sig|ticket|secret|phone|sdt|cccd|cmnd|uid|userid|mail/
const USER_INFO = /\/\/([^\s/@]{1,64}:[^\s/@]{1,64})@/g
/** A long part of a path with letters and digits, as in links that reset a password. */
const PATH_PART = /(?<=\/)[\w-]{20,400}(?=[/?#\s]|$)/g
const JWT = /\beyj[\w-]{8,2000}(?:\.[\w-]{1,2000}){0,2}/g

/** A passport: a letter and seven or eight digits, after its name. */
const PASSPORT = /\b(?:ho chieu|passport)\b[^0-9]{0,24}?\b([a-z][0-9]{7,8})\b/g
/** A code of letters and digits, after a word for one. */
const MIXED_CODE =
  /\b(?:otp|ma xac (?:nhan|thuc|minh)|ma kich hoat|ma bao mat|verification code|ma la)(?: [a-z]{1,8}){0,4}[ :]{1,3}([a-z0-9]{5,12})\b/g
/** A code as Google sends it. */
const GOOGLE_CODE = /\b(g-[0-9]{4,8})\b/g

/**
 * Finds e-mail addresses, passwords, passport numbers, codes of letters and digits, and what links carry along: tokens,
 * keys, whatever belongs to one person alone. Over a plain text (see `toPlain`).
 */
export function findSecrets(plain: string): FoundSecret[] {
  const found: FoundSecret[] = []
  const all = (pattern: RegExp, kind: FoundSecret['kind'], isOne?: (value: string) => boolean) => {
    for (const match of plain.matchAll(pattern)) {
      const value = match[1] ?? match[0]
      if (isOne && !isOne(value)) continue
      const start = match.index + match[0].lastIndexOf(value)
      found.push({ start, end: start + value.length, kind })
    }
  }
  for (const span of findParameters(plain)) found.push({ ...span, kind: 'code' })
  all(USER_INFO, 'secret')
  all(JWT, 'code')
  all(
    PATH_PART,
    'code',
    (part) => /[0-9]/.test(part) && /[a-z]/.test(part) && !/-.*-.*-/.test(part),
  )
  all(EMAIL, 'email')
  all(SPELLED_EMAIL, 'email')
  all(PASSWORD, 'secret', isPassword)
  all(BARE_PASSWORD, 'secret', (value) => /[0-9@#$%^&*!_]/.test(value) && /[a-z]/.test(value))
  all(PASSPORT, 'id-number')
  all(GOOGLE_CODE, 'code')
  all(MIXED_CODE, 'code', (value) => /[0-9].*[0-9]/.test(value) && /[a-z]/.test(value))
  return found
}

function findParameters(plain: string): Span[] {
  return [...plain.matchAll(QUERY)].flatMap((match) => {
    const query = match[1] ?? ''
    const at = match.index + match[0].length - query.length
    return [...query.matchAll(PARAMETER)].flatMap(
      ({ 0: whole, 1: name = '', 2: value = '', index }) => {
        const isSecret =
          SECRET_NAME.test(name) ||
          (value.length >= 16 && /[0-9]/.test(value) && /[a-z]/.test(value))
        if (!isSecret || /\.(?:apk|ipa|xapk|exe|msi)$/.test(value)) return []
        const end = at + index + whole.length
        return [{ start: end - value.length, end }]
      },
    )
  })
}

/** What follows "mật khẩu là": not "gì" nor any other word. */
function isPassword(value: string): boolean {
  // "Mật khẩu VNeID: 8-20 ký tự".
  if (/^[0-9]{1,2}-[0-9]{1,2}$/.test(value)) return false
  if (/[0-9@#$%^&*!_]/.test(value)) return true
  const word = value.replace(/[^a-z]+$/, '')
  return word.length >= 5 && !NO_PASSWORD.has(word) && !isUnmarkedSyllable(word)
}
