import type { DataValidation, Workbook, Worksheet } from 'exceljs'
import { daySchema } from '../knowledge/topic'
import type { Column, Sheet } from './sheet'
import { DAY_STYLE, HEAD_STYLE, TEXT_STYLE } from './sheet-style'

/** Excel calls a file damaged where a cell holds more, in UTF-16 units. */
const CELL_LENGTH = 32_767
/** Points: about fifteen lines, so that a row with thirty examples does not fill the screen. */
const ROW_HEIGHT = 220
/** Empty rows below the entries that have lists and limits too, for entries that are added. */
const SPARE_ROWS = 100

/** Adds a sheet with a frozen head, one row an entry, all text as plain text. */
export function writeSheet(workbook: Workbook, { name, columns, entries }: Sheet): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
  })
  sheet.columns = columns.map(({ title, field, width, kind }) => ({
    header: title,
    key: field,
    width,
    style: kind === 'day' ? DAY_STYLE : TEXT_STYLE,
  }))
  for (const { id, cells } of entries) {
    const values = columns.map((column) => toValue(column, cells[column.field] ?? '', id))
    sheet.addRow(values).height = ROW_HEIGHT
  }
  sheet.getRow(1).eachCell((cell) => Object.assign(cell, { style: HEAD_STYLE }))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  addValidations(sheet, columns, entries.length + 1 + SPARE_ROWS)
}

/** A day becomes one of Excel's; everything else is text, and null leaves the cell empty. */
function toValue({ kind, title }: Column, text: string, id: string): string | Date | null {
  if (text.length > CELL_LENGTH) {
    throw new Error(`${id}: "${title}" dài quá ${CELL_LENGTH} ký tự của một ô Excel; rút bớt`)
  }
  if (text === '') return null
  return kind === 'day' && daySchema.safeParse(text).success ? new Date(text) : text
}

function addValidations(sheet: Worksheet, columns: readonly Column[], lastRow: number): void {
  columns.forEach((column, index) => {
    const validation = toValidation(column)
    if (!validation) return
    for (let row = 2; row <= lastRow; row++) {
      sheet.getCell(row, index + 1).dataValidation = validation
    }
  })
}

function toValidation({ title, help, choices, maxLength }: Column): DataValidation | null {
  const told = { showErrorMessage: true, errorTitle: title, error: help } as const
  if (choices) {
    return { ...told, type: 'list', allowBlank: true, formulae: [`"${choices.join(',')}"`] }
  }
  if (typeof maxLength !== 'number') return null
  const operator = 'lessThanOrEqual'
  return { ...told, type: 'textLength', operator, allowBlank: true, formulae: [maxLength] }
}
