import { takeGraphemes } from './graphemes'

/** Where a text is rather cut, best first: between paragraphs, lines, sentences, clauses, words. */
const seams = [/\n\s*\n\s*/g, /\n\s*/g, /(?<=[.!?…:;]["”’)]?)\s+/g, /(?<=,)\s+/g, /\s+/g]

/** A cut that leaves a part shorter than this share of the limit is passed over for a finer one. */
const smallestShare = 0.3

/**
 * Cuts a text into parts of at most `limit` UTF-16 units, at the end of a paragraph, else a
 * sentence, else a word, and inside a word only where it alone is too long. No character is cut
 * unless it alone is longer than the limit. Joined, the parts are the text but for white space at the cuts. `''` gives no parts.
 *
 * @throws RangeError when the limit is not at least 2, the size of an emoji.
 */
export function splitText(text: string, limit: number): string[] {
  if (!(limit >= 2)) throw new RangeError('splitText: the limit must be at least 2')
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > limit) {
    const part = rest.slice(0, cutOf(rest, limit)).trimEnd()
    parts.push(part)
    rest = rest.slice(part.length).trimStart()
  }
  if (rest !== '') parts.push(rest)
  return parts
}

function cutOf(text: string, limit: number): number {
  // One unit more, so that white space right behind the limit is seen as a seam.
  const window = text.slice(0, limit + 1)
  for (const seam of seams) {
    const cut = lastSeam(window, seam, limit)
    if (cut >= limit * smallestShare) return cut
  }
  const space = lastSeam(window, /\s+/g, limit)
  return space > 0 ? space : takeGraphemes(text, limit).length || wholeCodePoints(text, limit)
}

function lastSeam(window: string, seam: RegExp, limit: number): number {
  let last = 0
  for (const match of window.matchAll(seam)) if (match.index <= limit) last = match.index
  return last
}

/** How much of a single oversized character fits without cutting a surrogate pair. */
function wholeCodePoints(text: string, limit: number): number {
  return /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit
}
