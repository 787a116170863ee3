import type { Workbook } from 'exceljs'
import type { SpreadsheetWords } from '../knowledge/spreadsheet-words'
import type { Sheet } from './sheet'
import { HEAD_STYLE, TEXT_STYLE } from './sheet-style'

/** Adds the sheet that explains how to edit and what each column means. Nothing of it is read back. */
export function writeGuide(
  workbook: Workbook,
  sheets: readonly Sheet[],
  { sheets: names, guide, groups }: SpreadsheetWords,
): void {
  const sheet = workbook.addWorksheet(names.guide)
  sheet.columns = [18, 28, 110].map((width) => ({ width, style: TEXT_STYLE }))
  guide.rules.forEach((rule, index) => {
    sheet.addRow([`${index + 1}.`, rule])
    sheet.mergeCells(index + 1, 2, index + 1, 3)
  })
  sheet.addRow([])
  styleHead(sheet.addRow([guide.sheet, guide.column, guide.help]))
  for (const { name, columns } of sheets) {
    for (const { title, help } of columns) sheet.addRow([name, title, help])
  }
  sheet.addRow([])
  styleHead(sheet.addRow([guide.groups]))
  for (const group of Object.values(groups)) sheet.addRow([group])

  function styleHead(row: ReturnType<typeof sheet.addRow>): void {
    row.eachCell((cell) => Object.assign(cell, { style: HEAD_STYLE }))
  }
}
