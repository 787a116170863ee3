const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/**
 * The longest beginning of a text that is at most `limit` UTF-16 units and cuts no character that
 * a reader sees as one (a letter with its marks, a family emoji); `''` when the first is longer.
 */
export function takeGraphemes(text: string, limit: number): string {
  if (text.length <= limit) return text
  let end = 0
  // A window a little beyond the limit is enough to see where the last character ends.
  for (const { segment } of segmenter.segment(text.slice(0, limit + 64))) {
    if (end + segment.length > limit) break
    end += segment.length
  }
  return text.slice(0, end)
}
