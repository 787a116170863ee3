import type { Problem } from './problem'
import type { Locate } from './read-yaml'

/** A file, and where in it a value stands. */
export type Place = { file: string; locate: Locate }

/** A problem with the value at a path of a file, `['buttons', 0, 'topic']`. An error unless said otherwise. */
export function problemAt(
  { file, locate }: Place,
  path: readonly PropertyKey[],
  { message, level = 'error' }: { message: string; level?: Problem['level'] },
): Problem {
  return { file, ...locate(path), message, level }
}
