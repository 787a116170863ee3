import { takeGraphemes } from '../text/graphemes'

/** Characters (UTF-16 units) of a message that are read; platforms let people write 2 000. */
export const MAX_TEXT_LENGTH = 4_000

/** What is looked at at all: a hostile text of a megabyte must not be normalised as a whole. */
const MAX_READ = 5 * MAX_TEXT_LENGTH

const LONE_SURROGATE = /\p{Surrogate}/gu
/** Databases refuse NUL; nobody types the others. Line feeds and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: to take them out
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]/g
/** They make a text read otherwise than it is written. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
/** No writing puts more marks on a letter. */
const HEAP_OF_MARKS = /(\p{M}{4})\p{M}+/gu

/**
 * What a person wrote, as text that can be stored and shown anywhere: composed (NFC), no NUL and other controls, no
 * halves of characters, no turned direction, no heaps of marks on one letter, at most {@link MAX_TEXT_LENGTH} long.
 */
export function cleanText(text: string): string {
  const plain = text
    .slice(0, MAX_READ)
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(CONTROL, ' ')
    .replace(DIRECTION, '')
    .normalize('NFC')
    .replace(HEAP_OF_MARKS, '$1')
  return takeGraphemes(plain, MAX_TEXT_LENGTH)
}
