import type { Served } from './content-store'
import type { FolderPublisher } from './publish-folders'

/** Errors told at once; who mends these sees the next. */
const PROBLEMS_TOLD = 20

/** What is served, and how the folders of this process stand to it. */
export type ContentStatus = {
  /** Number of the revision that is served. */
  revision: number
  hash: string
  /** ISO 8601. */
  publishedAt: string
  /** Number of the newest revision: greater than `revision` while it is being loaded, or where it cannot be. */
  newest: number
  /**
   * The files in the folders. `served`: they are what is served; `superseded`: they are older, something newer was
   * published elsewhere; `refused`: they have errors, and the newest sound state is served.
   */
  files: 'served' | 'superseded' | 'refused'
  /** Why the files are refused: `file:line:column: message`, at most 20. */
  problems: string[]
}

/** Puts the status together for `/readyz` and the metrics. */
export function toContentStatus(
  { revision }: Served,
  newest: number | null,
  folders: Pick<FolderPublisher, 'hash' | 'problems'>,
): ContentStatus {
  const { id, hash, publishedAt } = revision
  const problems = folders.problems().slice(0, PROBLEMS_TOLD)
  const sound = folders.hash() === hash ? 'served' : 'superseded'
  return {
    revision: id,
    hash,
    publishedAt: new Date(publishedAt).toISOString(),
    newest: newest ?? id,
    files: problems.length > 0 ? 'refused' : sound,
    problems,
  }
}
