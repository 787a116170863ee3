import type { Row, Worksheet } from 'exceljs'
import { cleanText } from './clean-text'
import { type CellContent, readCell } from './read-cell'
import type { Column, Sheet } from './sheet'

/** A row that holds something: what its cells say, by field. A column that the sheet lacks has no cell. */
export type SheetRow = { row: number; cells: ReadonlyMap<string, CellContent> }

/** A sheet as it was found. */
export type ReadSheet = {
  rows: SheetRow[]
  /** Columns of ours that it lacks. */
  missing: Column[]
  /** Heads that are not ours, which are not read. */
  foreign: string[]
}

/** People put a title above the heads; they stand within the first rows all the same. */
const HEAD_ROWS = 10

/**
 * Reads the rows of a sheet by the titles of its columns, wherever these stand and whether or not they are hidden.
 * @returns a problem where there is no row of titles, or one stands twice
 */
export function readSheet(
  worksheet: Worksheet,
  { columns }: Sheet,
): ReadSheet | { problem: string } {
  const [idColumn] = columns
  const key = (title: string) => cleanText(title, 'line').toLowerCase()
  const titlesOf = (row: Row) => {
    const titles: { title: string; at: number }[] = []
    row.eachCell((cell, at) => titles.push({ title: cleanText(cell.text, 'line'), at }))
    return titles
  }
  const headRow = Array.from({ length: HEAD_ROWS }, (_none, index) => index + 1).find((number) =>
    titlesOf(worksheet.getRow(number)).some(
      ({ title }) => key(title) === key(idColumn?.title ?? ''),
    ),
  )
  if (!headRow) {
    return { problem: `không thấy cột "${idColumn?.title}" ở dòng đầu; đừng đổi tên cột` }
  }
  const titles = titlesOf(worksheet.getRow(headRow))
  const places = columns.map((column) => ({
    column,
    at: titles.filter(({ title }) => key(title) === key(column.title)).map(({ at }) => at),
  }))
  const doubled = places.find(({ at }) => at.length > 1)
  if (doubled) return { problem: `có hai cột "${doubled.column.title}"; xóa hoặc đổi tên một cột` }

  const rows: SheetRow[] = []
  worksheet.eachRow((row, number) => {
    if (number <= headRow) return
    const found = places.flatMap(({ column, at: [at] }) =>
      at === undefined ? [] : [[column.field, readCell(row.getCell(at), column.kind)] as const],
    )
    const empty = found.every(([, content]) => 'text' in content && content.text === '')
    if (!empty) rows.push({ row: number, cells: new Map(found) })
  })
  return {
    rows,
    missing: places.filter(({ at }) => at.length === 0).map(({ column }) => column),
    foreign: titles
      .filter(({ title }) => title && !columns.some((column) => key(column.title) === key(title)))
      .map(({ title }) => title),
  }
}
