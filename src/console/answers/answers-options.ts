import type { Content } from '../../bot/content'
import type { RehearsalResults, RehearsalTask } from '../../rehearsal/rehearser'
import type { ReplayMaterial } from '../../rehearsal/replay'
import type { DraftTable } from '../../storage/draft-table'
import type { ContentFile, Revision, RevisionTable } from '../../storage/revision-table'
import type { FileEdit, FilePublication } from './file-publication'

/** One of the staff, as far as a draft names them. */
export type Person = { id: number; name: string }

/** What the entries' part of the console works with. */
export type AnswersOptions = {
  /** What is served, and the revision that it is. */
  served(): { revision: Revision; content: Content }
  /** The files of a revision. */
  readFiles(revision: number): Promise<readonly ContentFile[]>
  publishFile(edit: FileEdit): Promise<FilePublication>
  readHistory: RevisionTable['readHistory']
  /** Why the files in this process's folders are not published, each `file:line:column: message`. */
  fileProblems(): readonly string[]
  drafts: DraftTable
  /** Tries a draft on what is served, without holding up anyone. */
  rehearse<Kind extends keyof RehearsalResults>(
    task: Extract<RehearsalTask, { kind: Kind }>,
  ): Promise<RehearsalResults[Kind]>
  /** What a draft is replayed on: what people asked, golden conversations, people in the guide that is edited. */
  readMaterial(flow: string | null): Promise<ReplayMaterial>
  /** Writes into the audit trail; nobody where the server did it by itself. */
  note(entry: {
    account: Person | null
    action: string
    subject: string
    detail: string
  }): Promise<void>
  /** Epoch milliseconds. */
  now(): number
}
