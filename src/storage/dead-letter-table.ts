import type { Kysely } from 'kysely'
import type { Schema } from './schema'

/** A message that is never sent unless someone has it tried again. Nothing in it says to whom or what. */
export type DeadLetter = {
  id: number
  channel: string
  /** Code of the last failure. */
  error: string | null
  /** How often sending had begun. */
  attempts: number
  /** Epoch milliseconds. */
  createdAt: number
}

/** Which dead letters are meant: these ids, or all of them, of one channel where it is given. */
export type DeadLetterChoice = { ids: readonly number[] } | { all: true; channel?: string }

/** Queries of the outbox's dead letters, over a database or a transaction. */
export function deadLetterTable(db: Kysely<Schema>) {
  const dead = () => db.selectFrom('outbox').where('status', '=', 'dead')

  /** The ids among the chosen that are dead letters. */
  async function choose(choice: DeadLetterChoice): Promise<number[]> {
    let query = dead().select('id').orderBy('id')
    if ('ids' in choice) query = query.where('id', 'in', [...choice.ids])
    else if (choice.channel !== undefined) query = query.where('channel', '=', choice.channel)
    return (await query.execute()).map(({ id }) => id)
  }

  return {
    /** The newest dead letters, newest first. */
    async latest(limit: number): Promise<DeadLetter[]> {
      return dead()
        .select(['id', 'channel', 'error', 'attempts', 'created_at as createdAt'])
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
    },

    /** What was to be sent; null where there is no such dead letter. */
    async readPayload(id: number): Promise<Record<string, unknown> | null> {
      const row = await dead().select('payload').where('id', '=', id).executeTakeFirst()
      // Written as an object by the outbox.
      return row ? (JSON.parse(row.payload) as Record<string, unknown>) : null
    },

    /** Puts them back to be sent at once, before what their conversations hold since. Returns which. */
    async retry(choice: DeadLetterChoice, now: number): Promise<number[]> {
      const ids = await choose(choice)
      for (const id of ids) {
        await db
          .updateTable('outbox')
          .set({ status: 'pending', available_at: now })
          .where('id', '=', id)
          .where('status', '=', 'dead')
          .execute()
      }
      return ids
    },

    /** Deletes them for good. Returns which. */
    async drop(choice: DeadLetterChoice): Promise<number[]> {
      const ids = await choose(choice)
      for (const id of ids) {
        await db.deleteFrom('outbox').where('id', '=', id).where('status', '=', 'dead').execute()
      }
      return ids
    },
  }
}
