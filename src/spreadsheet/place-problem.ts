import { parseDocument } from 'yaml'
import { pathAt } from '../knowledge/path-at'
import type { Problem } from '../knowledge/problem'
import type { SourceFile } from '../knowledge/source-file'
import type { EntryFiles } from './entry-files'
import type { RowProblem, SheetPlan } from './plan-rows'

/** What is needed to find a file's problem in the workbook. */
export type ProblemPlaces = {
  files: readonly SourceFile[]
  places: EntryFiles
  plans: readonly SheetPlan[]
}

/** The cell that a problem in a file comes from; null when it comes from no row of the workbook. */
export function placeProblem(
  problem: Problem,
  { files, places, plans }: ProblemPlaces,
): RowProblem | null {
  const text = files.find(({ path }) => path === problem.file)?.text
  if (text === undefined) return null
  const path = pathAt(text, problem)
  const isOutside = problem.file === places.outside
  const found = plans.find(({ sheet }) => (sheet.key === 'outside') === isOutside)
  const id = isOutside ? itemId(text, path[0]) : places.topicOf(problem.file)
  const row = id === undefined ? undefined : found?.rowOf.get(id)
  if (!found || row === undefined) return null
  const inEntry = isOutside ? path.slice(1) : path
  const column = found.sheet.columns.find((one) => one.path.every((key, i) => inEntry[i] === key))
  const item = column && inEntry[column.path.length]
  const which =
    column?.kind === 'list' && typeof item === 'number' ? `dòng ${item + 1} trong ô: ` : ''
  return { sheet: found.sheet, row, column, message: which + problem.message }
}

function itemId(text: string, index: string | number | undefined): string | undefined {
  const id = parseDocument(text).getIn([index, 'id'])
  return typeof id === 'string' ? id : undefined
}
