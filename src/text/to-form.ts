import { fold } from './fold'
import { toTokens } from './to-tokens'

/** A form is for finding the same question again; what is said beyond this is a story of its own. */
const LONGEST = 200

/**
 * The words of a question without marks, case and punctuation: what two questions share that count as one.
 * `''` where there are none. At most {@link LONGEST} UTF-16 units.
 */
export function toForm(text: string): string {
  return toTokens(text).map(fold).join(' ').slice(0, LONGEST).trim()
}
