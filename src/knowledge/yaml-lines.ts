/** The offset of the beginning of the line that an offset is on. */
export const startOfLine = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1

/** The offset behind the line on which a value ends; a value that ends with its line break ends there. */
export function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}

/** Each line moved right by so many spaces; empty lines stay empty. */
export function indentLines(text: string, spaces: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(spaces))
}

/** How the lines of a text end: as on Windows when any does. */
export const lineBreakOf = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n')
