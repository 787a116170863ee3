import type { Kysely, Selectable } from 'kysely'
import type { LawReviewColumns, LawReviewItemColumns, Schema } from './schema'

/** What became of an item: it waits, it was looked at and holds, or it was changed. */
export type LawReviewState = LawReviewItemColumns['state']

/** Something that rests on a changed document. */
export type LawReviewItem = {
  id: number
  kind: LawReviewItemColumns['kind']
  target: string
  title: string
  owner: string
  detail: string
  state: LawReviewState
  version: number
  decidedBy: string | null
  /** Epoch milliseconds. */
  decidedAt: number | null
}

/** An item that is to be looked at. */
export type NewLawReviewItem = Pick<LawReviewItem, 'kind' | 'target' | 'title' | 'owner' | 'detail'>

/** A document that changed; see {@link LawReviewColumns}. */
export type LawReview = {
  id: number
  document: string
  round: number
  name: string
  replacedBy: string | null
  effectiveOn: string | null
  note: string
  openedBy: string
  /** Epoch milliseconds. */
  openedAt: number
}

/** A list with how much of it there is, and how much still waits; it is ended when nothing does. */
export type LawReviewSum = LawReview & { total: number; waiting: number }

/** Keeps what is to be looked at again because a legal document changed. */
export type LawReviewTable = {
  /**
   * Makes a list. Null, and nothing is stored, where the document has a list of this or a later round: someone else
   * opened one meanwhile.
   */
  open(review: Omit<LawReview, 'id'>, items: readonly NewLawReviewItem[]): Promise<LawReview | null>
  /** All lists, the newest first. */
  list(): Promise<LawReviewSum[]>
  read(id: number): Promise<{ review: LawReview; items: LawReviewItem[] } | null>
  readItem(review: number, id: number): Promise<LawReviewItem | null>
  /** Decides version `from` of an item; null when somebody else decided it meanwhile, or it is gone. */
  decide(
    item: { review: number; id: number; from: number },
    decision: { state: LawReviewState; by: string; at: number },
  ): Promise<LawReviewItem | null>
  /** Removes a list with its items; false where there is none. */
  remove(id: number): Promise<boolean>
}

/** Items that one statement stores; a database takes only so many values. */
const ROWS_AT_ONCE = 500

/** Queries of the lists. */
export function lawReviewTable(db: Kysely<Schema>): LawReviewTable {
  const items = (review: number) =>
    db.selectFrom('law_review_items').selectAll().where('review_id', '=', review)

  return {
    open: (review, rows) =>
      db.transaction().execute(async (transaction) => {
        const later = await transaction
          .selectFrom('law_reviews')
          .select('id')
          .where('document', '=', review.document)
          .where('round', '>', review.round)
          .executeTakeFirst()
        if (later) return null
        const stored = await transaction
          .insertInto('law_reviews')
          .values(toColumns(review))
          .onConflict((conflict) => conflict.columns(['document', 'round']).doNothing())
          .returningAll()
          .executeTakeFirst()
        if (!stored) return null
        for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
          await transaction
            .insertInto('law_review_items')
            .values(
              rows.slice(from, from + ROWS_AT_ONCE).map((row) => ({
                ...row,
                review_id: stored.id,
                state: 'waiting' as const,
                version: 0,
              })),
            )
            .execute()
        }
        return toReview(stored)
      }),

    async list() {
      const reviews = await db.selectFrom('law_reviews').selectAll().orderBy('id', 'desc').execute()
      const counts = await db
        .selectFrom('law_review_items')
        .select(({ fn }) => ['review_id', 'state', fn.countAll<number>().as('count')])
        .groupBy(['review_id', 'state'])
        .execute()
      return reviews.map((row) => {
        const own = counts.filter(({ review_id }) => review_id === row.id)
        const sum = (some: typeof own) => some.reduce((total, { count }) => total + count, 0)
        const waiting = own.filter(({ state }) => state === 'waiting')
        return { ...toReview(row), total: sum(own), waiting: sum(waiting) }
      })
    },

    async read(id) {
      const row = await db
        .selectFrom('law_reviews')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) return null
      const found = await items(id).orderBy('id').execute()
      return { review: toReview(row), items: found.map(toItem) }
    },

    async readItem(review, id) {
      const row = await items(review).where('id', '=', id).executeTakeFirst()
      return row ? toItem(row) : null
    },

    async decide({ review, id, from }, { state, by, at }) {
      const row = await db
        .updateTable('law_review_items')
        .set({ state, version: from + 1, decided_by: by, decided_at: at })
        .where('review_id', '=', review)
        .where('id', '=', id)
        .where('version', '=', from)
        .returningAll()
        .executeTakeFirst()
      return row ? toItem(row) : null
    },

    remove: (id) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('law_review_items').where('review_id', '=', id).execute()
        const { numDeletedRows } = await transaction
          .deleteFrom('law_reviews')
          .where('id', '=', id)
          .executeTakeFirst()
        return numDeletedRows > 0n
      }),
  }
}

function toColumns(review: Omit<LawReview, 'id'>) {
  return {
    document: review.document,
    round: review.round,
    name: review.name,
    replaced_by: review.replacedBy,
    effective_on: review.effectiveOn,
    note: review.note,
    opened_by: review.openedBy,
    opened_at: review.openedAt,
  }
}

function toReview(row: Selectable<LawReviewColumns>): LawReview {
  return {
    id: row.id,
    document: row.document,
    round: row.round,
    name: row.name,
    replacedBy: row.replaced_by,
    effectiveOn: row.effective_on,
    note: row.note,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
  }
}

function toItem(row: Selectable<LawReviewItemColumns>): LawReviewItem {
  const { id, kind, target, title, owner, detail, state, version } = row
  const decided = { decidedBy: row.decided_by, decidedAt: row.decided_at }
  return { id, kind, target, title, owner, detail, state, version, ...decided }
}
