import type { Kysely, Selectable } from 'kysely'
import type { DraftColumns, Schema } from './schema'

/** What a draft is waiting for: its author, a second person, or its time. */
export type DraftState = DraftColumns['state']

/** An entry that is being written; see {@link DraftColumns}. */
export type EntryDraft = {
  entry: string
  path: string
  text: string
  basedOn: string | null
  version: number
  state: DraftState
  /** Epoch milliseconds; null unless scheduled, or waiting to be. */
  publishAt: number | null
  authorId: number
  author: string
  approver: string | null
  note: string
  problem: string | null
  updatedAt: number
}

/** A draft as it is to be; its version is counted by the table. */
export type NewDraft = Omit<EntryDraft, 'version'>

/** Keeps the drafts, one for each entry. */
export type DraftTable = {
  list(): Promise<EntryDraft[]>
  read(entry: string): Promise<EntryDraft | null>
  /**
   * Stores a draft in place of version `from`, 0 where there must be none yet. Null when it is no longer, or not yet,
   * as the caller believes: someone else changed it meanwhile, and nothing is stored.
   */
  save(draft: NewDraft, from: number): Promise<EntryDraft | null>
  /** Removes version `from`; false when it is no longer that. */
  remove(entry: string, from: number): Promise<boolean>
  /**
   * Takes one scheduled draft whose time has come, for `leaseMs`: no other process is given it until then, and after
   * that it comes back by itself. Null where there is none.
   */
  claimDue(now: number, leaseMs: number): Promise<EntryDraft | null>
}

/** Queries of the drafts. */
export function draftTable(db: Kysely<Schema>): DraftTable {
  const select = () => db.selectFrom('drafts').selectAll()

  async function insert(draft: NewDraft): Promise<EntryDraft | null> {
    const row = await db
      .insertInto('drafts')
      .values({
        entry: draft.entry,
        ...toColumns(draft),
        // Not 1: a draft of the same entry that is gone must not be taken for this one.
        version: draft.updatedAt,
        claimed_until: 0,
      })
      .onConflict((conflict) => conflict.column('entry').doNothing())
      .returningAll()
      .executeTakeFirst()
    return row ? toDraft(row) : null
  }

  return {
    async list() {
      return (await select().orderBy('updated_at', 'desc').execute()).map(toDraft)
    },

    async read(entry) {
      const row = await select().where('entry', '=', entry).executeTakeFirst()
      return row ? toDraft(row) : null
    },

    async save(draft, from) {
      if (from === 0) return insert(draft)
      const row = await db
        .updateTable('drafts')
        .set({ ...toColumns(draft), version: from + 1, claimed_until: 0 })
        .where('entry', '=', draft.entry)
        .where('version', '=', from)
        .returningAll()
        .executeTakeFirst()
      return row ? toDraft(row) : null
    },

    async remove(entry, from) {
      const { numDeletedRows } = await db
        .deleteFrom('drafts')
        .where('entry', '=', entry)
        .where('version', '=', from)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },

    async claimDue(now, leaseMs) {
      const due = await select()
        .where('state', '=', 'scheduled')
        .where('publish_at', '<=', now)
        .where('claimed_until', '<=', now)
        .orderBy('publish_at')
        .limit(1)
        .executeTakeFirst()
      if (!due) return null
      const row = await db
        .updateTable('drafts')
        .set({ claimed_until: now + leaseMs })
        .where('entry', '=', due.entry)
        .where('version', '=', due.version)
        .where('claimed_until', '=', due.claimed_until)
        .returningAll()
        .executeTakeFirst()
      return row ? toDraft(row) : null
    },
  }
}

function toColumns(draft: NewDraft) {
  return {
    path: draft.path,
    text: draft.text,
    based_on: draft.basedOn,
    state: draft.state,
    publish_at: draft.publishAt,
    author_id: draft.authorId,
    author: draft.author,
    approver: draft.approver,
    note: draft.note,
    problem: draft.problem,
    updated_at: draft.updatedAt,
  }
}

function toDraft(row: Selectable<DraftColumns>): EntryDraft {
  return {
    entry: row.entry,
    path: row.path,
    text: row.text,
    basedOn: row.based_on,
    version: row.version,
    state: row.state,
    publishAt: row.publish_at,
    authorId: row.author_id,
    author: row.author,
    approver: row.approver,
    note: row.note,
    problem: row.problem,
    updatedAt: row.updated_at,
  }
}
