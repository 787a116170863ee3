import { YamlEditError } from '../knowledge/edit-yaml'
import type { Problem } from '../knowledge/problem'
import type { SourceFile } from '../knowledge/source-file'
import { applyEdit } from './apply-edits'
import type { EntryFiles } from './entry-files'
import { placeProblem } from './place-problem'
import type { RowEdit, RowProblem, SheetPlan } from './plan-rows'

type TryContext = {
  files: readonly SourceFile[]
  places: EntryFiles
  plans: readonly SheetPlan[]
  check(files: readonly SourceFile[]): Problem[]
}

/** The files as they would be, and what the check says of them. */
export type Outcome = {
  files: readonly SourceFile[]
  /** Errors that a row of the workbook shows. */
  rows: RowProblem[]
  /** Errors that none does. */
  elsewhere: Problem[]
  /** What someone should look at, in rows that are changed. */
  warnings: RowProblem[]
}

/** Makes the edits on the files in memory and checks the whole. */
export function tryEdits(
  edits: readonly RowEdit[],
  { files, places, plans, check }: TryContext,
): Outcome {
  let after = files
  const outcome: Outcome = { files, rows: [], elsewhere: [], warnings: [] }
  for (const edit of edits) {
    try {
      after = applyEdit(after, edit, places)
    } catch (error) {
      if (!(error instanceof YamlEditError)) throw error
      const message = 'tệp của mục này viết theo lối không sửa được từ bảng; sửa thẳng trong tệp'
      outcome.rows.push({
        sheet: edit.sheet,
        row: edit.row,
        message: `${message} (${error.message})`,
      })
    }
  }
  for (const problem of check(after)) {
    const placed = placeProblem(problem, { files: after, places, plans })
    if (problem.level === 'warning') {
      const isChanged = edits.some(
        ({ sheet, row }) => sheet === placed?.sheet && row === placed.row,
      )
      if (placed && isChanged) outcome.warnings.push(placed)
    } else if (placed) outcome.rows.push(placed)
    else outcome.elsewhere.push(problem)
  }
  return { ...outcome, files: after }
}
