/** A stretch of a text, by places. */
export type Span = { start: number; end: number }

const NOT_AFTER_DIGIT = '(?<![0-9][ /.,-]?)'
const NOT_BEFORE_DIGIT = '(?![ /.,-]?[0-9])'
const YEAR = '(?:19|20)[0-9]{2}'
const DAY = '(?:0?[1-9]|[12][0-9]|3[01])'
const MONTH = '(?:0?[1-9]|1[0-2])'

/** Numbers that everyone may know, over a plain text. All are bounded. */
const HARMLESS: readonly RegExp[] = [
  // Days and months: 01/7/2024, 1-7-2024, 7/2024.
  `(?<![0-9][/.-]?)${DAY}([/.-])${MONTH}\\1${YEAR}(?![/.-]?[0-9])`,
  `(?<![0-9][/.-]?)${MONTH}/${YEAR}(?![/.-]?[0-9])`,
  `(?<![0-9][/.-]?)${YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![/.-]?[0-9])`,
  `(?<![0-9][ /.-]?)${YEAR}(?:[,;] {0,2}${YEAR}){1,20}(?![ /.-]?[0-9])`,
  // Laws and letters of offices: 91/2025/QH15, 1579-CV.
  `(?<![0-9][/.-]?)[0-9]{1,5}/${YEAR}(?=/? ?[a-z])`,
  '(?<![0-9][/.-]?)[0-9]{1,5}(?=[/-][a-z]{2,6}\\b)',
  '(?<![0-9])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?![0-9])',
  // Money: 35.000, 1.250.000 đồng, 500000 đồng.
  '(?<![0-9][.,]?)[1-9][0-9]{0,2}(?:[.,][0-9]{3}){0,3}[.,]000(?![.,]?[0-9])',
  '(?<![0-9][.,]?)[1-9][0-9]{0,2}(?:[.,][0-9]{3}){1,4}(?= ?(?:d|dong|vnd|trieu|nghin|ngan|ty)\\b)',
  '(?<![0-9][.,]?)[1-9][0-9]{3,9}(?= ?(?:d|dong|vnd)\\b)',
  // The end of a news site's address.
  '(?<=[a-z]-)[1-9][0-9-]{0,40}(?=\\.(?:htm|chn|vnp|tpo|amp|aspx|ldo|epi))',
  // Service lines, and the lines of the police.
  `${NOT_AFTER_DIGIT}1[89]00(?:[ .-]?[0-9]){4,6}${NOT_BEFORE_DIGIT}`,
  `${NOT_AFTER_DIGIT}069(?:[ .-]?[0-9]){7}${NOT_BEFORE_DIGIT}`,
].map((pattern) => new RegExp(pattern, 'g'))

/** Where days, laws, sums of money, hours and public lines stand in a plain text (see `toPlain`), in order. */
export function findHarmless(plain: string): Span[] {
  return HARMLESS.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
    })),
  ).sort((a, b) => a.start - b.start)
}

/** A group of digits and what stands between it and the one before it; `''` for the first. */
export type NumberGroup = { digits: string; gap: string }

/**
 * Whether groups of digits that stand side by side are years, or are counted up: "2021, 2022, 2023", "điều 10, 11, 12".
 */
export function isListOfSmallNumbers(groups: readonly NumberGroup[]): boolean {
  if (groups.length < 2) return false
  const all = groups.map(({ digits }) => digits).join('')
  if (groups.every(({ digits }) => /^(?:19|20)[0-9]{2}$/.test(digits))) return !isCardNumber(all)
  const values = groups.map(({ digits }) => Number(digits))
  const isCounted =
    groups.every(({ digits }) => /^[1-9][0-9]{0,2}$/.test(digits)) &&
    values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0))
  if (!isCounted || groups.length < 3) return false
  return groups.slice(1).every(({ gap }) => /[,;a-z]/.test(gap))
}

/** Whether 13 to 19 digits could be a bank card's, by the check digit that every card has (Luhn). */
export function isCardNumber(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
