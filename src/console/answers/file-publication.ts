import type { Revision } from '../../storage/revision-table'

/** One file as it is to be. */
export type FileEdit = {
  path: string
  text: string
  /** Hash of the text that it replaces; null for a file that is new. */
  basedOn: string | null
  author: string
  message: string
}

/**
 * What became of publishing a file.
 * - `published`: it is served. `written`: it stands in this process's folder too, which could be written to
 * - `refused`: the whole has errors with it; each is a line `file:line:column: message`
 * - `changed`: the file is no longer what it replaces; nothing was done
 */
export type FilePublication =
  | { outcome: 'published'; revision: Revision; written: boolean }
  | { outcome: 'refused'; problems: string[] }
  | { outcome: 'changed' }
