/** Stands for what cannot be seen, and fills up where a character of two units became one. */
export const INVISIBLE = '\u200b'

const DIGIT = /\p{Nd}/u
const UNSEEN = /[\p{Cf}\p{M}]/u
const SPACE = /[\p{Z}\s]/u
const DASH = /[\p{Pd}\u2212]/u
const LETTER = /\p{L}/u
const MIDDLE_DOT = /[\u00B7\u2022\u2024\u2027\u2219\u22C5\u3002\uFF61]/u

/** Letters of other alphabets that are typed for Latin ones in numbers, and digits in rings that no normal form knows. */
const LIKE: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'd',
  О: 'o',
  о: 'o',
  Ο: 'o',
  ο: 'o',
  І: 'i',
  і: 'i',
  Ι: 'i',
  ι: 'i',
}
/** First characters of rows of nine digits in rings, from 1 to 9. */
const RINGS = [0x2776, 0x2780, 0x278a, 0x24f5]

const known = new Map<string, string>()
const MAX_KNOWN = 5_000

/**
 * A text for finding things in, of the same length, so that places in both are the same: small letters without marks,
 * ASCII digits whatever keyboard or font they come from, plain blanks, hyphens and dots, {@link INVISIBLE} for what
 * cannot be seen, and `*` for emoji.
 */
export function toPlain(text: string): string {
  let plain = ''
  for (const character of text) {
    if (character <= '\u007f') {
      plain += /\s/.test(character) ? ' ' : character.toLowerCase()
      continue
    }
    let like = known.get(character)
    if (like === undefined) {
      like = toPlainCharacter(character).padEnd(character.length, INVISIBLE)
      if (known.size < MAX_KNOWN) known.set(character, like)
    }
    plain += like
  }
  return plain
}

function toPlainCharacter(character: string): string {
  if (DIGIT.test(character)) return String(digitValue(character))
  const code = character.codePointAt(0) ?? 0
  const ring = RINGS.find((first) => code >= first && code < first + 9)
  if (ring !== undefined) return String(code - ring + 1)
  if (UNSEEN.test(character)) return INVISIBLE
  if (SPACE.test(character)) return ' '
  if (DASH.test(character)) return '-'
  if (MIDDLE_DOT.test(character)) return '.'
  const like = LIKE[character]
  if (like) return like
  const base = character.normalize('NFKD').charAt(0).toLowerCase()
  if (base <= '\u007f' && base !== '') return base
  if (LETTER.test(character)) return base.length === 1 && !isHalf(base) ? base : 'x'
  return character.length === 1 && !isHalf(character) ? character : '*'
}

/** Every alphabet's digits stand in a row from 0 to 9; some alphabets' rows stand side by side. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let before = 0
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1
  return before % 10
}

function isHalf(unit: string): boolean {
  return unit >= '\ud800' && unit <= '\udfff'
}
