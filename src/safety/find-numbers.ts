import { findHarmless, isListOfSmallNumbers, type NumberGroup } from './harmless-numbers'
import { INVISIBLE } from './to-plain'

/**
 * Digits that stand together. `as` tells how they are written: `digits`, digits with letters that look like some
 * ("o9l2"), or a word for one ("chín"). `exact` is false for a word whose marks are not those of the digit.
 */
export type DigitGroup = NumberGroup & {
  start: number
  end: number
  as: 'digits' | 'letters' | 'word'
  exact: boolean
}

/** Groups of digits with nothing between them but what people put between digits. */
export type NumberRun = { start: number; end: number; digits: string; groups: DigitGroup[] }

/** From so many digits on a number is one of a person. */
export const PERSONAL_LENGTH = 9
/** So many digits beside a day or a law are no accident: all of it may be one number with odd signs in it. */
const SUSPICIOUS_LENGTH = 4

/** Words for digits, by their plain form: the digit, and how they are written with marks. */
const WORDS: Readonly<Record<string, readonly [digit: string, ...written: string[]]>> = {
  khong: ['0', 'không', 'hông'],
  zero: ['0', 'zero'],
  mot: ['1', 'một', 'mốt'],
  hai: ['2', 'hai'],
  ba: ['3', 'ba'],
  bon: ['4', 'bốn'],
  tu: ['4', 'tư'],
  nam: ['5', 'năm'],
  lam: ['5', 'lăm'],
  nham: ['5', 'nhăm'],
  sau: ['6', 'sáu'],
  bay: ['7', 'bảy', 'bẩy'],
  tam: ['8', 'tám'],
  chin: ['9', 'chín'],
}

/** Words that are said between the digits of one number: "chín mươi mốt", "rồi 345". */
const FILLERS = new Set(
  'muoi chuc linh le tram roi va voi cham gach phay tiep den xong cach kep'.split(' '),
)
const MAX_FILLERS = 2

/** Characters between two groups, without letters. */
const MAX_GAP = 6

const TOKEN = new RegExp(`[\\p{L}0-9](?:${INVISIBLE}*[\\p{L}0-9])*`, 'gu')
const PART = new RegExp(
  `[0-9](?:${INVISIBLE}*[0-9])*|[^0-9${INVISIBLE}](?:${INVISIBLE}*[^0-9${INVISIBLE}])*`,
  'gu',
)
const HIDDEN = new RegExp(INVISIBLE, 'g')

type Token = { start: number; end: number; word: string }
type Read = Pick<DigitGroup, 'digits' | 'as' | 'exact'> | 'filler' | null

/**
 * Finds numbers however they are typed: with any signs between the digits, with letters that look like digits, as words,
 * over several words. Days, sums of money, laws and public lines are none.
 * @param text composed (NFC)
 * @param plain the same by `toPlain`
 */
export function findNumbers(text: string, plain: string): NumberRun[] {
  const harmless = findHarmless(plain)
  const isMarked = /[^\p{ASCII}]/u.test(text) && text.normalize('NFD') !== text
  const runs: NumberRun[] = []
  let groups: RunGroup[] = []
  let fillers = 0
  let from = 0
  let seen = 0

  const close = () => {
    runs.push(...toRuns(groups))
    groups = []
    fillers = 0
  }

  for (const token of toTokens(plain)) {
    while ((harmless[seen]?.end ?? Number.POSITIVE_INFINITY) <= token.start) seen += 1
    const isHarmless = (harmless[seen]?.start ?? Number.POSITIVE_INFINITY) < token.end
    const read = readToken(token, text, isMarked)
    const between = plain.slice(from, token.start).replace(HIDDEN, '')
    if (groups.length > 0 && between.length > MAX_GAP) close()
    from = token.end
    if (read === null) close()
    else if (read === 'filler') {
      fillers += 1
      if (fillers > MAX_FILLERS) close()
    } else {
      const last = groups.at(-1)
      const gap = last ? plain.slice(last.end, token.start).replace(HIDDEN, '') : ''
      groups.push({ ...read, start: token.start, end: token.end, gap, isHarmless })
      fillers = 0
    }
  }
  close()
  return runs
}

type RunGroup = DigitGroup & { isHarmless: boolean }

/** Takes days, laws and the like out, unless enough stands beside them to be one long number with them. */
function toRuns(groups: readonly RunGroup[]): NumberRun[] {
  if (groups.length === 0) return []
  const others = groups.filter(({ isHarmless }) => !isHarmless)
  const personal = others.filter(({ digits }) => !/^(?:19|20)[0-9]{2}$/.test(digits))
  const isOne =
    others.length === groups.length ||
    (toDigits(groups).length >= PERSONAL_LENGTH &&
      toDigits(personal).length >= SUSPICIOUS_LENGTH &&
      !isListOfSmallNumbers(others))
  if (isOne) return [toRun(groups)]
  const parts: RunGroup[][] = [[]]
  for (const group of groups) {
    if (group.isHarmless) parts.push([])
    else parts.at(-1)?.push(group)
  }
  return parts.filter((part) => part.length > 0).map(toRun)
}

function toRun(groups: readonly RunGroup[]): NumberRun {
  return {
    start: groups[0]?.start ?? 0,
    end: groups.at(-1)?.end ?? 0,
    digits: toDigits(groups),
    groups: groups.map(({ isHarmless: _, ...group }) => group),
  }
}

function toDigits(groups: readonly NumberGroup[]): string {
  return groups.map(({ digits }) => digits).join('')
}

/** Words and numbers in order; one that mixes letters and digits is taken apart, unless all of it may be a number. */
function toTokens(plain: string): Token[] {
  return [...plain.matchAll(TOKEN)].flatMap(({ 0: match, index }) => {
    const whole = { start: index, end: index + match.length, word: match.replace(HIDDEN, '') }
    if (!/[0-9]/.test(match) || !/[^0-9\u200b]/.test(match) || asNumber(whole.word)) return [whole]
    return [...match.matchAll(PART)].map(({ 0: part, index: at }) => ({
      start: index + at,
      end: index + at + part.length,
      word: part.replace(HIDDEN, ''),
    }))
  })
}

function readToken({ start, end, word }: Token, text: string, isMarked: boolean): Read {
  if (/^[0-9]+$/.test(word)) return { digits: word, as: 'digits', exact: true }
  const number = asNumber(word)
  if (number) return { digits: number, as: 'letters', exact: true }
  const known = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined
  if (known) {
    const [digits, ...written] = known
    const typed = text.slice(start, end).toLowerCase().replace(HIDDEN, '')
    return { digits, as: 'word', exact: !isMarked || written.includes(typed) }
  }
  if (word === 'o' || word === 'oo')
    return { digits: word.replace(/o/g, '0'), as: 'word', exact: false }
  return FILLERS.has(word) ? 'filler' : null
}

/** What looks like which digit; the second row only in long words, since "15s" and "12b" are none. */
const LIKE_DIGITS: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1' }
const LIKE_IN_LONG: Readonly<Record<string, string>> = { s: '5', z: '2', b: '8', g: '9', q: '9' }
const LONG_WORD = 6

/** The digits of a word that mixes digits and letters which look like some; `''` where it is no number. */
function asNumber(word: string): string {
  let digits = ''
  let real = 0
  for (const character of word) {
    const isDigit = character >= '0' && character <= '9'
    const like = isDigit
      ? character
      : (LIKE_DIGITS[character] ?? (word.length >= LONG_WORD ? LIKE_IN_LONG[character] : undefined))
    if (like === undefined) return ''
    if (isDigit) real += 1
    digits += like
  }
  return real >= 2 && real * 2 >= word.length && real < word.length ? digits : ''
}
