import type { Kysely } from 'kysely'
import type { Schema } from './schema'

/** Where someone is in their guides, to be taken up elsewhere by a code: for a day, and once. */
export type CarriedGuideTable = {
  /**
   * Keeps it under a code made by `create`, until `expiresAt` (epoch milliseconds), and forgets what has expired.
   * @param guides plain JSON
   */
  keep(
    guides: readonly object[],
    until: { now: number; expiresAt: number },
    create: () => string,
  ): Promise<string>
  /** What a code stands for, which it then no longer does; null where it stands for nothing, or no more. */
  take(code: string, now: number): Promise<object[] | null>
}

/** Queries of what is carried, over a database or a transaction. */
export function carriedGuideTable(db: Kysely<Schema>): CarriedGuideTable {
  return {
    async keep(guides, { now, expiresAt }, create) {
      await db.deleteFrom('carried_guides').where('expires_at', '<=', now).execute()
      for (;;) {
        const kept = await db
          .insertInto('carried_guides')
          .values({ code: create(), guides: JSON.stringify(guides), expires_at: expiresAt })
          .onConflict((conflict) => conflict.column('code').doNothing())
          .returning('code')
          .executeTakeFirst()
        if (kept) return kept.code
      }
    },

    async take(code, now) {
      const row = await db
        .deleteFrom('carried_guides')
        .where('code', '=', code)
        .returning(['guides', 'expires_at'])
        .executeTakeFirst()
      if (!row || row.expires_at <= now) return null
      return JSON.parse(row.guides) as object[] // written by `keep`
    },
  }
}
