import { type Kysely, sql } from 'kysely'
import type { OutboxColumns, Schema } from './schema'

/** One side's message of a conversation, as it lies in the inbox or the outbox; `at` is when it came there. */
export type ConversationRow =
  | { from: 'person'; eventId: string; activity: Record<string, unknown>; at: number }
  | {
      from: 'bot'
      id: number
      payload: Record<string, unknown>
      /** A person of the staff says it, in the console. */
      byStaff: boolean
      status: 'pending' | 'sent' | 'dead'
      at: number
    }

/** Everything kept of a conversation, beside the bot's state. */
export type ConversationTable = {
  /** Both sides in order: each event, then the replies to it. At most the latest `limit` messages. */
  read(conversation: string, limit: number): Promise<ConversationRow[]>
  /** The bot's messages with a greater id than `afterId`, in order. */
  readReplies(conversation: string, afterId: number): Promise<ConversationRow[]>
  /**
   * When staff took the conversation or last wrote in it, in epoch milliseconds by our clock, since platforms'
   * timestamps come in many forms; null while the bot has it.
   */
  readStaffSince(conversation: string): Promise<number | null>
  /** Keeps who has a conversation, unless something later is known. */
  recordHandover(
    handover: { conversation: string; holder: 'bot' | 'staff'; occurredAt: number },
    now: number,
  ): Promise<void>
}

/**
 * Some platforms tell seconds: of two events within one second their clock does not know the later, and the one that
 * comes later counts.
 */
const CLOCK_STEP_MS = 1_000

/** Queries of conversations, over a database or a transaction. */
export function conversationTable(db: Kysely<Schema>): ConversationTable {
  const repliesOf = (conversation: string) =>
    db
      .selectFrom('outbox')
      .select(['id', 'payload', 'status', 'by_staff', 'created_at'])
      .where('conversation', '=', conversation)

  return {
    async read(conversation, limit) {
      const rows = await sql<ReplyRow & { event_id: string | null }>`
        select event_id, id, payload, created_at, status, by_staff from (
          select event_id, id, activity as payload, received_at as created_at, status, 0 as by_staff,
            id as turn, 0 as place
            from inbox where conversation = ${conversation}
          union all
          select null, id, payload, created_at, status, by_staff, coalesce(inbox_id, 0), id
            from outbox where conversation = ${conversation}
        ) as said
        order by turn desc, place desc
        limit ${limit}`.execute(db)
      return rows.rows.reverse().map(({ event_id, ...row }) => {
        if (event_id === null) return toReply(row)
        // Written as an object by the inbox.
        const activity = JSON.parse(row.payload) as Record<string, unknown>
        return { from: 'person', eventId: event_id, activity, at: row.created_at }
      })
    },

    async readReplies(conversation, afterId) {
      const rows = await repliesOf(conversation).where('id', '>', afterId).orderBy('id').execute()
      return rows.map(toReply)
    },

    async readStaffSince(conversation) {
      const row = await db
        .selectFrom('handovers')
        .select('since')
        .where('conversation', '=', conversation)
        .where('holder', '=', 'staff')
        .executeTakeFirst()
      return row?.since ?? null
    },

    async recordHandover({ conversation, holder, occurredAt }, now) {
      await db
        .insertInto('handovers')
        .values({ conversation, holder, occurred_at: occurredAt, since: now })
        .onConflict((conflict) =>
          conflict
            .column('conversation')
            .doUpdateSet({ holder, occurred_at: occurredAt, since: now })
            .where('handovers.occurred_at', '<', occurredAt + CLOCK_STEP_MS),
        )
        .execute()
    },
  }
}

type ReplyRow = Pick<OutboxColumns, 'payload' | 'created_at'> & {
  id: number
  status: 'pending' | 'sent' | 'dead'
  by_staff: number
}

function toReply({ id, payload, status, by_staff, created_at }: ReplyRow): ConversationRow {
  return {
    from: 'bot',
    id,
    // Written as an object by the outbox.
    payload: JSON.parse(payload) as Record<string, unknown>,
    byStaff: by_staff === 1,
    status,
    at: created_at,
  }
}
