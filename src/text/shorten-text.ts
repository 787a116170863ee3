import { takeGraphemes } from './graphemes'

/**
 * A text of at most `limit` UTF-16 units: the whole if it fits, else its beginning and an ellipsis,
 * cut after a word where that loses little, and never inside a character.
 *
 * @throws RangeError when the limit is below 1, the size of the ellipsis.
 */
export function shortenText(text: string, limit: number): string {
  if (!(limit >= 1)) throw new RangeError('shortenText: the limit must be at least 1')
  const whole = text.trim()
  if (whole.length <= limit) return whole
  const start = takeGraphemes(whole, limit - 1)
  const space = /^\s/.test(whole.slice(start.length)) ? start.length : start.search(/\s\S*$/)
  const kept = space >= start.length / 2 ? start.slice(0, space) : start
  return `${kept.trimEnd()}…`
}
