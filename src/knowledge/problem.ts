/** Something in a YAML file that its author should mend. Written for the communications team, in Vietnamese. */
export type Problem = {
  /** Path of the file as the author knows it, for example `knowledge/topics/qr-fields.yaml`. */
  file: string
  /** Both count from 1. */
  line: number
  column: number
  /** What is wrong and how to mend it. */
  message: string
  /** `error`: the file cannot be used; `warning`: it can, but someone should look. */
  level: 'error' | 'warning'
}

/** A problem as one line that editors and terminals make clickable: `file:line:column: message`. */
export function formatProblem({ file, line, column, message, level }: Problem): string {
  return `${file}:${line}:${column}: ${level === 'warning' ? 'lưu ý: ' : ''}${message}`
}

/** Problems as their author meets them: file by file, from top to bottom. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  )
}
