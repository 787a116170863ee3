import { pathAt } from '../knowledge/path-at'
import type { Problem } from '../knowledge/problem'

/** Something to mend in a field of an entry or a guide, `['examples', 3]`, `['steps', 'who', 'text']`. */
export type EntryProblem = {
  path: (string | number)[]
  message: string
  /** `error`: it cannot be published so. */
  level: 'error' | 'warning'
}

const NAMED = /^([\w.-]+): /

/** A problem of reading a file, at the field that it is about. @param text the file's */
export function toEntryProblem({ message, level, ...place }: Problem, text: string): EntryProblem {
  const path = toPath(message, pathAt(text, place))
  return { path, message: message.replace(NAMED, ''), level }
}

/** A problem with a field begins with its path; where a field is missing it stands somewhere around. */
function toPath(message: string, around: (string | number)[]): (string | number)[] {
  const [, named] = NAMED.exec(message) ?? []
  if (named === undefined) return around
  return named.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))
}
