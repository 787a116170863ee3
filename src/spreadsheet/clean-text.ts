/** How a cell is read: one line, a text of several, a list of one item a line, a calendar day. */
export type CellKind = 'line' | 'text' | 'list' | 'day'

const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g
const BULLET = /^[-•*–]\s+/

/**
 * One way of writing what Excel and keyboards write in many: composed Unicode, straight quotes, one kind of line break
 * and of space, nothing at the ends of lines. Two texts that a reader cannot tell apart come out the same. Days come
 * out as `2026-11-24` where they are days at all.
 */
export function cleanText(text: string, kind: CellKind): string {
  const plain = text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\u2028\u2029\v]/g, '\n')
    .replace(/[^\S\n]/g, ' ')
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
  switch (kind) {
    case 'line':
      return plain.replace(/\s+/g, ' ').trim()
    case 'text':
      return plain
        .replace(/ +$/gm, '')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
    case 'list':
      return toLines(plain).join('\n')
    case 'day':
      return toDay(plain.trim())
  }
}

const toLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim().replace(BULLET, ''))
    .filter((line) => line !== '')

/** `24/11/2026` as people in Vietnam write it, too. */
function toDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}
