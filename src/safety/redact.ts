import { findBirthDates } from './find-birth-dates'
import { type DigitGroup, findNumbers, type NumberRun, PERSONAL_LENGTH } from './find-numbers'
import { findSecrets } from './find-secrets'
import { isListOfSmallNumbers, type Span } from './harmless-numbers'
import { toPlain } from './to-plain'

/** What was found and masked. */
export type SensitiveKind =
  | 'id-number'
  | 'code'
  | 'phone'
  | 'bank-number'
  | 'email'
  | 'secret'
  | 'birth-date'
  | 'name'

/** A text that may be stored, and which kinds of value were taken out of it. */
export type Redaction = {
  text: string
  /** Each kind once, in the order of {@link MASKS}. A day of birth that stands alone, without a name, is not told. */
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
  'birth-date': '[ngày sinh đã ẩn]',
  name: '[họ tên đã ẩn]',
}

type Found = Span & { kind: SensitiveKind }

/** A letter that no pattern here knows: what is masked is a word of its own. */
const FOREIGN = 'ы'
const MASKED = /\[[^[\]]{1,40} da an\]/g
/** What makes a short number a code; looked for near the number. */
const CODE_WORDS =
  /(?<![a-z])(?:otp|o t p|ma so|ma xac|ma kich|ma bao|ma nay|ma la|ma|code|passcode|pin|xac thuc|xac nhan|mat khau|pass|mk|sms)(?![a-z])/
const NO_CODE = /(?<![a-z])ma (?:qr|vach|dinh danh|tinh|vung|buu|loi)(?![a-z])/g
const BANK_WORDS =
  /(?<![a-z])(?:stk|so tai khoan|tai khoan ngan hang|so the|ngan hang|chuyen khoan|visa|atm|napas)(?![a-z])/
/** Words after which a number is somebody's, even where it reads like years: "stk 1942 2014 2080". */
const CLAIM =
  /(?<![a-z])(?:stk|so tai khoan|so the|cccd|cmnd|so can cuoc|so dinh danh|sdt|so dien thoai|ma so)(?![a-z])/
const CLAIM_BEFORE = 25
const YEAR = /^(?:19|20)\d\d$/
const PHONE = /^(?:84|0084|0)?(?:[35789]\d{8}|2\d{9})$/

const SHORTEST_CODE = 4

/** How far around a short number a word for "code" counts, in characters. */
const NEAR_BEFORE = 45
const NEAR_AFTER = 25

/**
 * Masks what is one person's alone in what a citizen wrote: ID, phone, bank and card numbers, however they are typed
 * (other keyboards, signs between the digits, letters that look like digits, words); e-mail addresses, passwords, what
 * links carry along, days of birth with names, and short numbers that the words around them show to be codes. Runs before
 * anything is stored, so it rather masks too much than too little; public lines, years, days, laws and sums stay.
 *
 * Linear in the text's length: every repetition is bounded.
 */
export function redact(text: string): Redaction {
  const written = text.normalize('NFC')
  // What is masked already says nothing about what stands near it.
  const plain = toPlain(written).replace(MASKED, (mask) => FOREIGN.repeat(mask.length))
  const { dates, names } = findBirthDates(written, plain)
  const found = merge([
    ...findSecrets(plain),
    ...dates.map((date) => ({ ...date, kind: 'birth-date' as const })),
    ...names.map((name) => ({ ...name, kind: 'name' as const })),
    ...findNumbers(written, plain).flatMap((run) => toFound(run, plain)),
  ])
  let masked = ''
  let from = 0
  for (const { start, end, kind } of found) {
    masked += written.slice(from, start) + MASKS[kind]
    from = end
  }
  const kinds = new Set(found.map(({ kind }) => kind))
  if (!kinds.has('name')) kinds.delete('birth-date')
  return {
    text: masked + written.slice(from),
    kinds: (Object.keys(MASKS) as SensitiveKind[]).filter((kind) => kinds.has(kind)),
  }
}

/** In order, and what overlaps as one, by the kind that was named first. */
function merge(found: readonly Found[]): Found[] {
  const merged: Found[] = []
  const inOrder = found.map((one, rank) => ({ ...one, rank })).sort((a, b) => a.start - b.start)
  let rank = 0
  for (const one of inOrder) {
    const last = merged.at(-1)
    if (!last || one.start >= last.end) {
      merged.push({ start: one.start, end: one.end, kind: one.kind })
      rank = one.rank
      continue
    }
    last.end = Math.max(last.end, one.end)
    if (one.rank < rank) {
      last.kind = one.kind
      rank = one.rank
    }
  }
  return merged
}

function toFound(run: NumberRun, plain: string): Found[] {
  const { start, end, groups } = run
  const core = withoutStrayWords(groups)
  const before = plain.slice(Math.max(0, start - CLAIM_BEFORE), start)
  const isClaimed = CLAIM.test(before) && !/\bnam\b/.test(before)
  if (!isClaimed && isListOfSmallNumbers(core)) return []
  if (run.digits.length >= PERSONAL_LENGTH && core.length > 0) {
    const digits = core.map((group) => group.digits).join('')
    return [{ start, end, kind: toLongKind(digits, plain, start) }]
  }
  return splitShort(groups).flatMap((part) => (isCode(part, plain) ? [toCode(part)] : []))
}

/** A word at the edge may be no digit: "năm 2021", "gọi sau 0912345678". */
function withoutStrayWords(groups: readonly DigitGroup[]): DigitGroup[] {
  const first = groups.findIndex(({ as }) => as !== 'word')
  if (first < 0) return [...groups]
  const last = groups.findLastIndex(({ as }) => as !== 'word')
  return groups.slice(first <= 1 ? first : 0, groups.length - last <= 2 ? last + 1 : groups.length)
}

function toLongKind(digits: string, plain: string, start: number): SensitiveKind {
  const before = plain.slice(Math.max(0, start - NEAR_BEFORE), start)
  if (BANK_WORDS.test(before)) return 'bank-number'
  if (PHONE.test(digits)) return digits.length === 9 ? 'id-number' : 'phone'
  return digits.length > 12 ? 'bank-number' : 'id-number'
}

/** Numbers that are typed as codes are: digits with a blank, a dot or a hyphen at most, or words for digits alone. */
function splitShort(groups: readonly DigitGroup[]): DigitGroup[][] {
  const parts: DigitGroup[][] = []
  for (const group of groups) {
    const last = parts.at(-1)
    const before = last?.at(-1)
    const isNext = before && (before.as === 'word') === (group.as === 'word')
    if (last && isNext && /^[ .-]?$/.test(group.gap)) last.push(group)
    else parts.push([group])
  }
  return parts
}

function isCode(groups: readonly DigitGroup[], plain: string): boolean {
  const { start, end } = toCode(groups)
  const digits = groups.map((group) => group.digits).join('')
  if (digits.length < SHORTEST_CODE || groups.some(({ exact }) => !exact)) return false
  if (groups.length === 1 && YEAR.test(digits)) return false
  const before = plain.slice(Math.max(0, start - NEAR_BEFORE), start)
  const after = plain.slice(end, end + NEAR_AFTER)
  if (/^[/]|^[.,-][0-9]/.test(after)) return false
  if (/[/.,-]$/.test(before) && /[a-z0-9][/.,-]$/.test(before)) return false
  const glued = /[a-z]{1,12}$/.exec(before)?.[0]
  if (glued && !CODE_WORDS.test(glued)) return false
  const near = `${before} ${after}`.replace(NO_CODE, ' ')
  const isAlone = /^\P{L}*$/u.test(plain.slice(0, start) + plain.slice(end))
  return CODE_WORDS.test(near) || (isAlone && !/[/:]/.test(plain))
}

function toCode(groups: readonly DigitGroup[]): Found {
  return { start: groups[0]?.start ?? 0, end: groups.at(-1)?.end ?? 0, kind: 'code' }
}
