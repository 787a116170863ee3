import { type Kysely, sql } from 'kysely'
import type { DialectName, OutboxColumns, Schema } from './schema'

/** A message to be sent. */
export type NewOutboxMessage = {
  channel: string
  conversation: string
  payload: Record<string, unknown>
}

/** A message that a sender has claimed. */
export type ClaimedMessage = NewOutboxMessage & {
  id: number
  /** How often sending has begun, this time included. It also tells this claim from a later one. */
  attempt: number
  /** Epoch milliseconds. */
  createdAt: number
  /** When the person was last heard, in epoch milliseconds by our clock; null where nothing is known of it. */
  heardAt: number | null
  /** See `ConversationTable.readStaffSince`. */
  staffSince: number | null
  /** A person of the staff says it, in the console. */
  byStaff: boolean
}

type ClaimedRow = Pick<
  OutboxColumns,
  'channel' | 'conversation' | 'payload' | 'available_at' | 'created_at'
> & {
  id: number
  attempts: number
  heard_at: number | null
  staff_since: number | null
  by_staff: number
}

/** A claim that is lost with the server's memory is a lease that has ended early: nothing to wait for the disk for. */
const NOT_WAITING_FOR_THE_DISK = sql`and (select set_config('synchronous_commit', 'off', true)) = 'off'`

/** Queries of the outbox, over a database or a transaction. */
export function outboxTable(db: Kysely<Schema>, dialect: DialectName) {
  return {
    /**
     * Puts messages into the outbox, in their order; `inboxId` is the event that they reply to. The bot says them unless
     * they are `byStaff`.
     */
    async add(
      messages: readonly NewOutboxMessage[],
      { inboxId, now, byStaff = false }: { inboxId: number | null; now: number; byStaff?: boolean },
    ): Promise<void> {
      if (messages.length === 0) return
      await db
        .insertInto('outbox')
        .values(
          messages.map(({ channel, conversation, payload }) => ({
            channel,
            conversation,
            inbox_id: inboxId,
            payload: JSON.stringify(payload),
            available_at: now,
            created_at: now,
            by_staff: byStaff ? 1 : 0,
          })),
        )
        .execute()
    },

    /**
     * Claims messages of a channel to be sent next, at most `limit`: each the first pending one of its conversation, so
     * that they can be sent at the same time. The claim is a lease: after `leaseMs` a message can be claimed again,
     * unless the sender or an echo has settled it.
     */
    async claimHeads(
      channel: string,
      { now, leaseMs, limit }: { now: number; leaseMs: number; limit: number },
    ): Promise<ClaimedMessage[]> {
      const heads = sql`
        select message.id from outbox as message
        where message.status = 'pending' and message.channel = ${channel}
          and message.available_at <= ${now}
          and not exists (
            select 1 from outbox as earlier
            where earlier.status = 'pending' and earlier.conversation = message.conversation
              and earlier.id < message.id
          )
        order by message.available_at, message.id
        limit ${limit}`
      const { rows } = await sql<ClaimedRow>`
        update outbox set attempts = attempts + 1, available_at = ${now + leaseMs}
        where ${
          dialect === 'postgres'
            ? sql`id = any(array(${heads} for update skip locked)) ${NOT_WAITING_FOR_THE_DISK}`
            : sql`id in (${heads})`
        }
        returning id, channel, conversation, payload, attempts, created_at, by_staff,
          (select received_at from inbox where inbox.conversation = outbox.conversation
            order by inbox.id desc limit 1) as heard_at,
          (select since from handovers
            where handovers.conversation = outbox.conversation and holder = 'staff') as staff_since`.execute(
        db,
      )
      return rows.map(toMessage).sort((a, b) => a.id - b.id)
    },

    /**
     * The platform has the message. Late word counts as well: whatever became of the claim meanwhile, a message
     * that is still pending is sent now.
     * @returns whether the conversation has a message that could be sent next; true where that is not known
     */
    async markSent(
      id: number,
      { platformMessageId, now }: { platformMessageId: string | undefined; now: number },
    ): Promise<boolean> {
      const sent = await db
        .updateTable('outbox')
        .set({
          status: 'sent',
          sent_at: now,
          platform_message_id: platformMessageId ?? null,
          error: null,
        })
        .where('id', '=', id)
        .where('status', '=', 'pending')
        .returning(
          sql<number | null>`(select later.id from outbox as later
            where later.conversation = outbox.conversation and later.status = 'pending'
              and later.id > outbox.id limit 1)`.as('next'),
        )
        .executeTakeFirst()
      return sent?.next !== null
    },

    /**
     * The platform shows a message in a conversation. If it is the one that is being sent, or was and no answer came, it
     * is sent now; an echo of one that is known to be sent, and of what others write, changes nothing.
     * @returns whether it is ours
     */
    async markEchoed(
      echo: { conversation: string; platformMessageId: string; text: string },
      now: number,
    ): Promise<boolean> {
      const { conversation, platformMessageId } = echo
      const known = await db
        .selectFrom('outbox')
        .select('id')
        .where('conversation', '=', conversation)
        .where('platform_message_id', '=', platformMessageId)
        .executeTakeFirst()
      if (known) return true
      const head = await db
        .selectFrom('outbox')
        .select(['id', 'payload', 'attempts'])
        .where('conversation', '=', conversation)
        .where('status', '=', sql.lit('pending'))
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      if (!head || head.attempts === 0) return false
      if (!holdsText(JSON.parse(head.payload), echo.text)) return false
      await this.markSent(head.id, { platformMessageId, now })
      return true
    },

    /**
     * Sending failed; the next try is at `availableAt`. What waits behind it in the conversation cannot leave
     * earlier, so it moves to the same time: else each claim during a platform's outage would read all of it.
     */
    async markRetry(
      message: ClaimedMessage,
      { availableAt, error }: { availableAt: number; error: string },
    ): Promise<void> {
      const { numUpdatedRows } = await stillClaimed(message)
        .set({ available_at: availableAt, error })
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) return
      await db
        .updateTable('outbox')
        .set({ available_at: availableAt })
        .where('status', '=', sql.lit('pending'))
        .where('conversation', '=', message.conversation)
        .where('id', '>', message.id)
        .where('available_at', '<', availableAt)
        .execute()
    },

    /** The message is never sent: it stays as a dead letter with its reason. */
    async markDead(message: ClaimedMessage, error: string): Promise<void> {
      await stillClaimed(message).set({ status: 'dead', error }).execute()
    },
  }

  /** Changes nothing once the message is settled or claimed anew. */
  function stillClaimed(message: ClaimedMessage) {
    return db
      .updateTable('outbox')
      .where('id', '=', message.id)
      .where('status', '=', 'pending')
      .where('attempts', '=', message.attempt)
  }
}

function toMessage(row: ClaimedRow): ClaimedMessage {
  return {
    id: row.id,
    attempt: row.attempts,
    channel: row.channel,
    conversation: row.conversation,
    // Written by `add` and by nobody else.
    payload: JSON.parse(row.payload) as Record<string, unknown>,
    createdAt: row.created_at,
    heardAt: row.heard_at,
    staffSince: row.staff_since,
    byStaff: row.by_staff === 1,
  }
}

/** Whether a text stands anywhere in JSON, as a whole and up to blanks around it. */
function holdsText(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.trim() === text.trim()
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((part) => holdsText(part, text))
}
