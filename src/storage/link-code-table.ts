import type { Kysely } from 'kysely'
import type { Schema } from './schema'

/** Short codes of links, for a platform that hands on no ref. They stand on paper, so they are never changed or removed. */
export type LinkCodeTable = {
  /** The ref that a code stands for; null where there is none. */
  find(code: string): Promise<string | null>
  /** The code of a ref, made by `create` where it has none yet. */
  codeOf(ref: string, create: () => string): Promise<string>
}

/** Codes are tried until one is free: with a tenth of them taken, six in a row are taken once in a million times. */
const TRIES = 6

/** Queries of the codes, over a database or a transaction. */
export function linkCodeTable(db: Kysely<Schema>): LinkCodeTable {
  return {
    async find(code) {
      const row = await db
        .selectFrom('link_codes')
        .select('ref')
        .where('code', '=', code)
        .executeTakeFirst()
      return row?.ref ?? null
    },

    async codeOf(ref, create) {
      for (let tried = 0; tried < TRIES; tried++) {
        const row = await db
          .selectFrom('link_codes')
          .select('code')
          .where('ref', '=', ref)
          .executeTakeFirst()
        if (row) return row.code
        // Another process may be as quick: whoever was first counts, and is read at the next round.
        await db
          .insertInto('link_codes')
          .values({ ref, code: create() })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
      throw new Error('no code is free for a link: make codes longer')
    },
  }
}
