/**
 * Breaks a text into lines of at most `width`, between words only; a word that is wider alone has a line of its own.
 * Where there are more than `lines`, the last ends in an ellipsis.
 * @param measure how wide a text is
 */
export function wrapText(
  text: string,
  { width, lines, measure }: { width: number; lines: number; measure: (text: string) => number },
): { lines: string[]; isCut: boolean } {
  const wrapped: string[] = []
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const last = wrapped.at(-1)
    const longer = `${last} ${word}`
    if (last !== undefined && measure(longer) <= width) wrapped[wrapped.length - 1] = longer
    else wrapped.push(word)
  }
  if (wrapped.length <= lines) return { lines: wrapped, isCut: false }
  const kept = wrapped.slice(0, lines)
  let end = kept.pop() ?? ''
  while (end.includes(' ') && measure(`${end}…`) > width) end = end.slice(0, end.lastIndexOf(' '))
  return { lines: [...kept, `${end.replace(/[.,;:]$/, '')}…`], isCut: true }
}
