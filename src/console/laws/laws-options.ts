import type { Content } from '../../bot/content'
import type { Database } from '../../storage/open-database'
import type { Revision, RevisionTable } from '../../storage/revision-table'
import type { Answers } from '../answers/create-answers'

/** What the part of the legal documents works with. */
export type LawsOptions = {
  database: Database
  /** What is served, and the revision that it is. */
  served(): { revision: Revision; content: Content }
  answers: Pick<Answers, 'reader' | 'writer' | 'publisher'>
  revisions: Pick<RevisionTable, 'readHistory' | 'changedSince'>
  /** Ids of the entries that have a draft. */
  listDrafts(): Promise<string[]>
  /** The address that people open, where it is known. */
  publicUrl: string | undefined
  /** Epoch milliseconds. */
  now: () => number
}
