import type { RowProblem } from './plan-rows'

/**
 * Problems as lines, each once, in the order of the sheets and their rows: `dòng 14, cột "Trả lời ngắn": …`. Those of
 * another sheet than the topics' name it.
 */
export function formatRowProblems(problems: readonly RowProblem[]): string[] {
  const ordered = problems.toSorted(
    (a, b) => b.sheet.key.localeCompare(a.sheet.key) || a.row - b.row,
  )
  return [...new Set(ordered.map(toLine))]
}

function toLine({ sheet, row, column, message }: RowProblem): string {
  const where = sheet.key === 'outside' ? `trang "${sheet.name}", ` : ''
  return `${where}dòng ${row}${column ? `, cột "${column.title}"` : ''}: ${message}`
}
