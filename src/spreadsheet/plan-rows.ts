import { idSchema } from '../knowledge/topic'
import { cleanText } from './clean-text'
import { type Fingerprints, fingerprint } from './fingerprints'
import type { SheetRow } from './read-sheet'
import type { Column, Sheet, SheetEntry } from './sheet'

/** A cell that was changed, and what it means. */
export type CellEdit = { column: Column; value: unknown }

/** What a row changes of its entry. */
export type RowEdit = { sheet: Sheet; row: number; id: string; isNew: boolean; cells: CellEdit[] }

/** Something to mend in the workbook. */
export type RowProblem = { sheet: Sheet; row: number; column?: Column; message: string }

/** What the rows of a sheet ask for. */
export type SheetPlan = {
  sheet: Sheet
  edits: RowEdit[]
  problems: RowProblem[]
  /** Row by id, of all rows. */
  rowOf: Map<string, number>
}

/**
 * Compares the rows with the entries. A cell counts as changed when it says something else than the entry does, unless
 * it says what it said when the workbook was written: then the entry was changed elsewhere and stays.
 */
export function planRows(sheet: Sheet, rows: readonly SheetRow[], seen: Fingerprints): SheetPlan {
  const plan: SheetPlan = { sheet, edits: [], problems: [], rowOf: new Map() }
  const [idColumn] = sheet.columns
  const entries = new Map(sheet.entries.map((entry) => [entry.id, entry]))
  const ids = new Set(rows.map(textOf('id')))
  const unlisted = sheet.entries.filter(({ id }) => !ids.has(id))

  for (const row of rows) {
    const id = textOf('id')(row)
    const entry = entries.get(id)
    const hashes = seen.get(`${sheet.key}/${id}`)
    const trouble =
      idTrouble(row, rows) ?? (entry ? null : (hashes && GONE) || findRenamed(sheet, row, unlisted))
    plan.rowOf.set(id, row.row)
    if (trouble) {
      plan.problems.push({ sheet, row: row.row, column: idColumn, message: trouble })
      continue
    }
    const cells: CellEdit[] = []
    for (const column of sheet.columns.slice(1)) {
      const result = planCell(column, { row, entry, hash: hashes?.[column.field] })
      if (result && 'problem' in result) {
        plan.problems.push({ sheet, row: row.row, column, message: result.problem })
      } else if (result) cells.push({ column, value: result.value })
    }
    if (cells.length > 0) plan.edits.push({ sheet, row: row.row, id, isNew: !entry, cells })
  }
  return plan
}

type CellCase = { row: SheetRow; entry: SheetEntry | undefined; hash: string | undefined }

/** What a cell changes; null for nothing. */
function planCell(column: Column, { row, entry, hash }: CellCase) {
  const content = row.cells.get(column.field) ?? (entry ? null : { text: '' })
  if (content === null) return null
  if ('problem' in content) return content
  const { text } = content
  const now = cleanText(entry?.cells[column.field] ?? '', column.kind)
  if (entry && (text === now || hash === fingerprint(text))) return null
  if (entry && hash !== undefined && hash !== fingerprint(now)) {
    return { problem: 'có người đã sửa chỗ này sau khi bảng được xuất; xuất bảng mới rồi sửa lại' }
  }
  if (text !== '') return column.parse(text)
  if (column.required) return { problem: 'không được để trống; điền vào ô này' }
  return entry ? { value: column.emptied } : null
}

const GONE = 'mục này đã bị bỏ sau khi bảng được xuất; xóa dòng này đi'

function idTrouble(row: SheetRow, others: readonly SheetRow[]) {
  const content = row.cells.get('id')
  if (content && 'problem' in content) return content.problem
  const id = textOf('id')(row)
  if (id === '') return 'thiếu mã; điền mã của mục, hoặc xóa hẳn dòng này'
  const [other] = others.filter((one) => one !== row && textOf('id')(one) === id)
  if (other) {
    return `mã "${id}" có cả ở dòng ${other.row}; giữ một dòng, hoặc đặt mã khác cho mục mới`
  }
  if (idSchema.safeParse(id).success) return null
  return `mã "${id}" chỉ được gồm chữ thường không dấu, số và dấu gạch nối, ví dụ card-fee`
}

/** A new id with the lines of an entry that has no row is that entry renamed, which links and codes would not survive. */
function findRenamed(sheet: Sheet, row: SheetRow, unlisted: readonly SheetEntry[]): string | null {
  const columns = sheet.columns.filter(({ identifies }) => identifies)
  const linesIn = (field: string) => textOf(field)(row).toLowerCase().split('\n')
  const lines = new Set(
    columns.flatMap(({ field }) => linesIn(field)).filter((line) => line !== ''),
  )
  const renamed = unlisted.find(({ cells }) =>
    columns.some(({ field, kind }) =>
      cleanText(cells[field] ?? '', kind)
        .toLowerCase()
        .split('\n')
        .some((line) => lines.has(line)),
    ),
  )
  return renamed ? `mã "${renamed.id}" không được đổi; ghi lại mã cũ` : null
}

const textOf =
  (field: string) =>
  ({ cells }: SheetRow) => {
    const content = cells.get(field)
    return content && 'text' in content ? content.text : ''
  }
