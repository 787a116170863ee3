import { fold } from './fold'

/**
 * Consonants only, so that no code is a word and no Vietnamese keyboard puts a sign on it; without D, W and Y, which
 * Telex turns into other letters or which are read aloud like others.
 */
const LETTERS = 'BCFGHJKLMNPQRSTVXZ'
/** Words that people write before a code. */
const LEAD = /^(?:ma|ma so|ma loa|code|lam tiep|tiep tuc|loa)\b[ :.-]*(?:ma\b[ :.-]*)?/

/** Letters of a code that stands for a link, on paper for ever. */
export const LINK_CODE_LENGTH = 5
/** Letters of a code that takes a guide up elsewhere: longer, since it must not be guessed within its day. */
export const CARRY_CODE_LENGTH = 6
/** Letters of the code of a receipt: of eleven thousand million nobody guesses one that was given out. */
export const RECEIPT_CODE_LENGTH = 8

/** A code that was typed, and whether it was called one. */
export type TypedCode = { code: string; isNamed: boolean }

/**
 * Makes a code of a few letters that can be read aloud, written by hand and typed on any keyboard: 18 letters, so six
 * of them are one of 34 million.
 * @param random a whole number from 0 to below the one given, hard to guess
 */
export function createShortCode(length: number, random: (below: number) => number): string {
  return Array.from({ length }, () => LETTERS.charAt(random(LETTERS.length))).join('')
}

/** The code of that length that a message is, in any case and spacing, alone or behind "mã"; null where it is none. */
export function readShortCode(text: string, length: number): TypedCode | null {
  const plain = fold(text.slice(0, 100)).trim()
  const rest = plain.replace(LEAD, '')
  const code = rest.replace(/[ .,-]+/g, '').toUpperCase()
  // "hhhhhh" is laughter.
  if (code.length !== length || new Set(code).size === 1) return null
  return [...code].every((letter) => LETTERS.includes(letter))
    ? { code, isNamed: rest !== plain }
    : null
}
