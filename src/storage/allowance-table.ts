import { type Kysely, sql } from 'kysely'
import type { DialectName, Schema } from './schema'

/** A token bucket: holds `size` at most and gains `perMs` each millisecond. */
export type Bucket = { key: string; size: number; perMs: number }

/** Queries of the buckets that all processes take from, over a database or a transaction. */
export function allowanceTable(db: Kysely<Schema>, dialect: DialectName) {
  const least = sql.raw(dialect === 'sqlite' ? 'min' : 'least')
  const greatest = sql.raw(dialect === 'sqlite' ? 'max' : 'greatest')
  return {
    /**
     * Takes `count` from a bucket, also more than it holds: whoever does waits until it would have held that much.
     * @param now epoch milliseconds; a clock that is behind the others' gains nothing
     * @returns how long to wait in milliseconds before what was taken is used
     */
    async take({ key, size, perMs }: Bucket, count: number, now: number): Promise<number> {
      const { rows } = await sql<{ tokens: number }>`
        insert into allowances (key, tokens, refilled_at)
        values (${key}, cast(${size - count} as double precision), ${now})
        on conflict (key) do update set
          tokens = ${least}(
            cast(${size} as double precision),
            allowances.tokens + ${greatest}(0, excluded.refilled_at - allowances.refilled_at)
              * cast(${perMs} as double precision)
          ) - cast(${count} as double precision),
          refilled_at = ${greatest}(excluded.refilled_at, allowances.refilled_at)
        returning tokens`.execute(db)
      const tokens = rows[0]?.tokens ?? 0
      return Math.max(0, Math.ceil(-tokens / perMs))
    },

    /**
     * Takes one from a bucket if it holds one, and nothing otherwise: whoever goes on asking waits no longer for it.
     * @param now as for `take`
     * @returns 0 when it was taken, or else in how many milliseconds there will be one
     */
    async takeIfThere({ key, size, perMs }: Bucket, now: number): Promise<number> {
      const held = sql`${least}(
        cast(${size} as double precision),
        allowances.tokens + ${greatest}(0, ${now} - allowances.refilled_at) * cast(${perMs} as double precision)
      )`
      const { rows } = await sql`
        insert into allowances (key, tokens, refilled_at)
        values (${key}, cast(${size - 1} as double precision), ${now})
        on conflict (key) do update set
          tokens = ${held} - 1,
          refilled_at = ${greatest}(excluded.refilled_at, allowances.refilled_at)
        where ${held} >= 1
        returning tokens`.execute(db)
      if (rows.length > 0) return 0
      const row = await db
        .selectFrom('allowances')
        .selectAll()
        .where('key', '=', key)
        .executeTakeFirst()
      if (!row) return 0
      const missing = 1 - row.tokens - Math.max(0, now - row.refilled_at) * perMs
      return Math.max(1, Math.ceil(missing / perMs))
    },

    /** Fills a bucket. */
    async fill(key: string): Promise<void> {
      await db.deleteFrom('allowances').where('key', '=', key).execute()
    },

    /** Forgets the buckets whose keys begin so and from which nothing was taken since (epoch milliseconds). */
    async forget(prefix: string, since: number): Promise<void> {
      await db
        .deleteFrom('allowances')
        .where('key', '>=', prefix)
        .where('key', '<', `${prefix}\u{10ffff}`)
        .where('refilled_at', '<', since)
        .execute()
    },
  }
}
