import { Workbook } from 'exceljs'
import { HEAD_STYLE } from './sheet-style'

/** A table to be read in Excel, not edited. */
export type ReportSheet = {
  /** At most 31 characters, without `[]:*?/\`. */
  name: string
  columns: readonly string[]
  /** Text stays text, also where it begins with `=`. */
  rows: readonly (readonly (string | number)[])[]
}

/** Characters of a column; a question is longer and wraps. */
const WIDTH = { least: 12, most: 60 }

/**
 * Tables as a workbook for Excel, a sheet each, with a frozen head.
 * @returns the bytes of an `.xlsx` file
 */
export async function writeReport(sheets: readonly ReportSheet[]): Promise<Uint8Array> {
  const workbook = new Workbook()
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map((header, index) => ({
      header,
      width: widthOf([header, ...rows.map((row) => row[index] ?? '')]),
      style: { alignment: { wrapText: true, vertical: 'top' } },
    }))
    for (const row of rows) sheet.addRow([...row])
    sheet.getRow(1).eachCell((cell) => Object.assign(cell, { style: HEAD_STYLE }))
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function widthOf(cells: readonly (string | number)[]): number {
  const longest = cells.reduce<number>((most, cell) => Math.max(most, String(cell).length), 0)
  return Math.min(WIDTH.most, Math.max(WIDTH.least, longest + 2))
}
