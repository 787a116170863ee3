import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema'

/**
 * The bot's memory: a JSON object for each key. Has the shape of the Bot Framework's `Storage`. `eTag` is stored
 * like any other member and never compared: a turn has its conversation to itself.
 */
export type StateTable = {
  /** Returns the objects that exist among these keys. */
  read(keys: string[]): Promise<Record<string, object>>
  /** Stores each object under its key, in place of what was there. */
  write(changes: Record<string, object>): Promise<void>
  delete(keys: string[]): Promise<void>
}

/** Queries of the state, over a database or a transaction. `now` is a time in epoch milliseconds. */
export function stateTable(db: Kysely<Schema>, now: number): StateTable {
  return {
    async read(keys) {
      if (keys.length === 0) return {}
      const rows = await db
        .selectFrom('state')
        .select(['key', 'value'])
        .where('key', 'in', keys)
        .execute()
      return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]))
    },

    async write(changes) {
      const rows = Object.entries(changes).map(([key, value]) => ({
        key,
        value: JSON.stringify(value),
        updated_at: now,
      }))
      if (rows.length === 0) return
      await db
        .insertInto('state')
        .values(rows)
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({
            value: sql.ref('excluded.value'),
            updated_at: sql.ref('excluded.updated_at'),
          }),
        )
        .execute()
    },

    async delete(keys) {
      if (keys.length === 0) return
      await db.deleteFrom('state').where('key', 'in', keys).execute()
    },
  }
}
