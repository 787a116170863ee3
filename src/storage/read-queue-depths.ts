import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema'

/** What waits in a queue for one channel. */
export type QueueDepth = {
  queue: 'inbox' | 'outbox'
  channel: string
  waiting: number
  /** Since when the oldest of it is there, in epoch milliseconds. */
  oldestAt: number
}

/** Counts what is still to be handled and to be sent. Costs as much as waits, whatever is done already. */
export async function readQueueDepths(db: Kysely<Schema>): Promise<QueueDepth[]> {
  // As a literal: only then do both databases take the index of what is pending.
  const pending = sql.lit<'pending'>('pending')
  const inbox = await db
    .selectFrom('inbox')
    .select(({ fn }) => [
      'channel',
      fn.countAll<number>().as('waiting'),
      fn.min('received_at').as('oldestAt'),
    ])
    .where('status', '=', pending)
    .groupBy('channel')
    .execute()
  const outbox = await db
    .selectFrom('outbox')
    .select(({ fn }) => [
      'channel',
      fn.countAll<number>().as('waiting'),
      fn.min('created_at').as('oldestAt'),
    ])
    .where('status', '=', pending)
    .groupBy('channel')
    .execute()
  return [
    ...inbox.map((row) => ({ queue: 'inbox' as const, ...row })),
    ...outbox.map((row) => ({ queue: 'outbox' as const, ...row })),
  ]
}
