import type { Workbook } from 'exceljs'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import type { LoadedKnowledge } from '../knowledge/load-knowledge'
import { formatProblem, type Problem } from '../knowledge/problem'
import type { SourceFile } from '../knowledge/source-file'
import { findEntryFiles } from './entry-files'
import { formatRowProblems } from './format-row-problems'
import type { CellEdit, RowEdit, RowProblem } from './plan-rows'
import { readPlans } from './read-plans'
import { tryEdits } from './try-edits'

/** What an import works on. */
export type ImportContext = {
  /** The knowledge folder as it is. */
  files: readonly SourceFile[]
  /** What was read from it, without errors. */
  knowledge: KnowledgeBase
  placed: LoadedKnowledge['placed']
  /** Every problem of the whole content, with other files in the knowledge folder. */
  check(files: readonly SourceFile[]): Problem[]
}

/** What an import comes to. */
export type ImportResult = {
  /** What to mend, in Vietnamese, by sheet and row. Where there is any, nothing may be written. */
  problems: string[]
  /** What the person should know all the same. */
  notices: string[]
  edits: RowEdit[]
  /** The files to write: only those that differ. */
  changed: SourceFile[]
}

/** Works out what a workbook changes and checks what would come of it. Writes nothing. */
export function importWorkbook(workbook: Workbook, context: ImportContext): ImportResult {
  const { plans, notices, refusals } = readPlans(workbook, context.knowledge)
  const edits = plans.flatMap((plan) => plan.edits)
  const misread = plans.flatMap((plan) => plan.problems)
  if (refusals.length > 0 || edits.some((edit) => edit.isNew && touches(edit, misread))) {
    const problems = [...refusals, ...formatRowProblems(misread)]
    const later = 'những lỗi khác, nếu có, được soát sau khi các lỗi trên đã sửa'
    return { problems, notices: [...notices, later], edits: [], changed: [] }
  }

  const places = findEntryFiles(context.files, context.placed)
  const outcome = tryEdits(edits, { ...context, places, plans })
  const again = outcome.rows.length > 0 ? withoutWrongCells(edits, outcome.rows) : []
  // A field that breaks its file keeps the rest from being checked: what else is wrong shows without it.
  const more = again.length > 0 ? tryEdits(again, { ...context, places, plans }).rows : []
  const problems = [
    ...formatRowProblems([...misread, ...outcome.rows, ...more]),
    ...outcome.elsewhere.map(formatProblem),
  ]
  notices.push(...formatRowProblems(outcome.warnings).map((line) => `lưu ý: ${line}`))
  if (problems.length > 0) return { problems, notices, edits: [], changed: [] }
  const changed = outcome.files.filter((file) => !context.files.includes(file))
  return { problems, notices, edits, changed }
}

const touches = (edit: RowEdit, problems: readonly RowProblem[]) =>
  problems.some(({ sheet, row }) => sheet === edit.sheet && row === edit.row)

/** The edits without the cells that are wrong; none where that would leave half of a new entry. */
function withoutWrongCells(edits: readonly RowEdit[], problems: readonly RowProblem[]): RowEdit[] {
  if (edits.some((edit) => edit.isNew && touches(edit, problems))) return []
  const isWrong = ({ sheet, row }: RowEdit, { column }: CellEdit) =>
    problems.some((one) => one.sheet === sheet && one.row === row && one.column === column)
  return edits
    .map((edit) => ({ ...edit, cells: edit.cells.filter((cell) => !isWrong(edit, cell)) }))
    .filter(({ cells }) => cells.length > 0)
}
