import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema'

/** What is counted of a link: its page was opened, or was of use; in a conversation from it a question was asked, a guide begun or ended. */
export type LinkEvent = 'opened' | 'asked' | 'useful' | 'started' | 'finished'

/** A link as it is counted: what it opens, who gave it out and where; empty texts where it does not say. */
export type CountedLink = { kind: 'topic' | 'flow'; id: string; unit: string; place: string }

/** How often something was done by way of a link. Nothing in it says who did it, or when within the day. */
export type LinkCount = CountedLink & { event: LinkEvent; count: number }

/** Keeps how often links were used, by day. */
export type LinkCountTable = {
  /** Adds to what was counted on a day, `2026-11-25`. */
  add(day: string, counts: readonly LinkCount[]): Promise<void>
  /** The sums from a day on, of one unit or of all. */
  sum(since: string, unit?: string): Promise<LinkCount[]>
}

/** In one order everywhere, so that two processes never wait for each other's rows. */
const byKey = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** Queries of the counts, over a database or a transaction. */
export function linkCountTable(db: Kysely<Schema>): LinkCountTable {
  return {
    async add(day, counts) {
      if (counts.length === 0) return
      await db
        .insertInto('link_counts')
        .values(counts.map(({ id, ...count }) => ({ day, target: id, ...count })).sort(byKey))
        .onConflict((conflict) =>
          conflict.columns(['day', 'kind', 'target', 'unit', 'place', 'event']).doUpdateSet({
            count: sql<number>`${sql.ref('link_counts.count')} + ${sql.ref('excluded.count')}`,
          }),
        )
        .execute()
    },

    async sum(since, unit) {
      const rows = await db
        .selectFrom('link_counts')
        .select(({ fn }) => [
          'kind',
          'target as id',
          'unit',
          'place',
          'event',
          fn.sum<number | string>('count').as('count'),
        ])
        .where('day', '>=', since)
        .$if(unit !== undefined, (query) => query.where('unit', '=', unit ?? ''))
        .groupBy(['kind', 'target', 'unit', 'place', 'event'])
        .execute()
      // PostgreSQL gives sums as text.
      return rows.map((row) => ({ ...row, count: Number(row.count) }))
    },
  }
}
