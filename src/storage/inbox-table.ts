import { type Kysely, sql } from 'kysely'
import type { DialectName, Schema } from './schema'

/** An event to be stored. Times in epoch milliseconds. */
export type NewInboxEvent = {
  channel: string
  eventId: string
  conversation: string
  occurredAt: number
  activity: Record<string, unknown>
}

/** An event that a turn has claimed. */
export type ClaimedEvent = NewInboxEvent & {
  id: number
  /** How many turns over it have failed so far. */
  attempts: number
}

type ClaimedRow = {
  id: number
  channel: string
  event_id: string
  conversation: string
  occurred_at: number
  activity: string
  attempts: number
  alone: number | boolean
}

/** SQLite takes 32 766 values in a statement; a row has seven. */
const ROWS_PER_INSERT = 1_000

/** Queries of the inbox, over a database or a transaction. */
export function inboxTable(db: Kysely<Schema>, dialect: DialectName) {
  return {
    /** Stores events, drops those that are there already, and returns how many were new. */
    async add(events: readonly NewInboxEvent[], now: number): Promise<number> {
      let added = 0
      for (let from = 0; from < events.length; from += ROWS_PER_INSERT) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('inbox')
          .values(events.slice(from, from + ROWS_PER_INSERT).map((event) => toRow(event, now)))
          .onConflict((conflict) => conflict.columns(['channel', 'event_id']).doNothing())
          .executeTakeFirstOrThrow()
        added += Number(numInsertedOrUpdatedRows)
      }
      return added
    },

    /**
     * Claims the event to be handled next, for as long as the transaction lasts: the first pending one of a
     * conversation that no other transaction is handling. Must be called inside a transaction.
     *
     * On PostgreSQL the row is locked, and so is the conversation: an event that happened earlier but arrived
     * later may come to stand before the one being handled. SQLite has one writing transaction at a time anyway.
     */
    async claimHead(now: number): Promise<ClaimedEvent | null> {
      const head = sql<ClaimedRow>`
        select * from inbox as event
        where event.status = 'pending' and event.available_at <= ${now}
          and not exists (
            select 1 from inbox as earlier
            where earlier.status = 'pending' and earlier.conversation = event.conversation
              and (earlier.occurred_at, earlier.id) < (event.occurred_at, event.id)
          )
        order by event.available_at, event.id
        limit 1`
      const claim =
        dialect === 'sqlite'
          ? sql<ClaimedRow>`select head.*, 1 as alone from (${head}) as head`
          : sql<ClaimedRow>`
              select head.*,
                pg_try_advisory_xact_lock(hashtextextended('turn:' || head.conversation, 0)) as alone
              from (${head} for update skip locked) as head`
      const row = (await claim.execute(db)).rows[0]
      return row?.alone ? toEvent(row) : null
    },

    /** The last event of a conversation; null where there is none. */
    async lastOf(conversation: string): Promise<number | null> {
      const row = await db
        .selectFrom('inbox')
        .select('id')
        .where('conversation', '=', conversation)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.id ?? null
    },

    /** The event is handled. */
    async markDone(id: number): Promise<void> {
      await db
        .updateTable('inbox')
        .set({ status: 'done', error: null })
        .where('id', '=', id)
        .execute()
    },

    /** The turn failed; another may begin at `availableAt`. */
    async markRetry(id: number, failure: { availableAt: number; error: string }): Promise<void> {
      await db
        .updateTable('inbox')
        .set(({ eb }) => ({
          attempts: eb('attempts', '+', 1),
          available_at: failure.availableAt,
          error: failure.error,
        }))
        .where('id', '=', id)
        .execute()
    },

    /** The turn failed and is not tried again. */
    async markFailed(id: number, error: string): Promise<void> {
      await db
        .updateTable('inbox')
        .set(({ eb }) => ({ status: 'failed', attempts: eb('attempts', '+', 1), error }))
        .where('id', '=', id)
        .execute()
    },
  }
}

function toRow(event: NewInboxEvent, now: number) {
  return {
    channel: event.channel,
    event_id: event.eventId,
    conversation: event.conversation,
    occurred_at: event.occurredAt,
    activity: JSON.stringify(event.activity),
    available_at: now,
    received_at: now,
  }
}

function toEvent(row: ClaimedRow): ClaimedEvent {
  return {
    id: row.id,
    attempts: row.attempts,
    channel: row.channel,
    eventId: row.event_id,
    conversation: row.conversation,
    occurredAt: row.occurred_at,
    // Written by `toRow` and by nobody else.
    activity: JSON.parse(row.activity) as Record<string, unknown>,
  }
}
