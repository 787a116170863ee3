import type { Kysely } from 'kysely'
import type { Schema } from './schema'

/** The event that a message of the outbox replies to; null where there is none, or it is gone. */
export async function findAnsweredEvent(
  db: Kysely<Schema>,
  outboxId: number,
): Promise<{ channel: string; eventId: string } | null> {
  const row = await db
    .selectFrom('outbox')
    .innerJoin('inbox', 'inbox.id', 'outbox.inbox_id')
    .select(['inbox.channel', 'inbox.event_id as eventId'])
    .where('outbox.id', '=', outboxId)
    .executeTakeFirst()
  return row ?? null
}
