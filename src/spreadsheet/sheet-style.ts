import type { Style } from 'exceljs'

/** Excel takes what is typed into a cell of this format as text, never as a formula or a date. */
export const TEXT_FORMAT = '@'

/** Days as they are written in Vietnam. */
export const DAY_FORMAT = 'dd/mm/yyyy'

/** A cell of text: as it was typed, all of its lines, from the top. */
export const TEXT_STYLE: Partial<Style> = {
  numFmt: TEXT_FORMAT,
  alignment: { wrapText: true, vertical: 'top' },
}

/** A cell of a day. */
export const DAY_STYLE: Partial<Style> = { ...TEXT_STYLE, numFmt: DAY_FORMAT }

/** The head of a column. */
export const HEAD_STYLE: Partial<Style> = {
  ...TEXT_STYLE,
  font: { bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E79' } },
}
