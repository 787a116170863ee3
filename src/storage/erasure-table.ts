import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema'
import { visitorTable } from './visitor-table'

/** Who wanted it: the person in the chat, the platform in their name, or the staff. */
export type ErasureWish = 'person' | 'platform' | 'staff'

/** What was erased, by kind. */
export type ErasedCounts = {
  /** Messages of the person. */
  messages: number
  /** Messages of the bot and the staff. */
  replies: number
  /** 1 where the bot remembered where the conversation was. */
  memory: number
  /** 1 where the person waited for one of the staff. */
  helpRequests: number
}

/** Proof of an erasure. Nothing in it tells whose. */
export type ErasureReceipt = {
  code: string
  /** Epoch milliseconds. */
  erasedAt: number
  askedBy: ErasureWish
  counts: ErasedCounts
}

/** Erases people, and proves it. */
export type ErasureTable = {
  /**
   * Erases whatever is kept of a conversation. What is on its way at this moment (a message being handled, a reply being
   * sent, echoes of replies) is let through and erased by {@link ErasureTable.finish}. In a transaction.
   * @param how.createCode makes a code that is hard to guess
   */
  erase(
    conversation: string,
    how: { askedBy: ErasureWish; now: number; createCode(): string },
  ): Promise<ErasureReceipt>
  /**
   * Erases what was on its way when a person was erased; what is still not sent by now waits once more. Any number of
   * processes may do so. In a transaction.
   * @returns how many conversations were gone over
   */
  finish(now: number): Promise<number>
  /** The receipt with that code; null where there is none, or it is no longer kept. */
  read(code: string): Promise<ErasureReceipt | null>
}

/** Platforms show what they took within seconds, and bring what was not answered again within minutes. */
const REMAINS_FOR_MS = 10 * 60_000
/** Conversations in one go. */
const PORTION = 50

/** Stands where a person's words were: the event's id stays, so that the platform's repetition is known as one. */
const FORGOTTEN = '{}'
const NOBODY = ''

/** Queries of erasures, over a database or a transaction. */
export function erasureTable(db: Kysely<Schema>): ErasureTable {
  const ofConversation = (conversation: string, until: number) =>
    db
      .selectFrom('inbox')
      .select(['id', 'event_id', 'activity', 'status'])
      .where('conversation', '=', conversation)
      .where('received_at', '<=', until)

  /** Takes the person's words out. Where the event's own id names the person it goes, too. Returns how many there were. */
  async function eraseInbox(conversation: string, until: number): Promise<number> {
    const rows = await ofConversation(conversation, until)
      .where('status', '!=', 'pending')
      .execute()
    const person = conversation.slice(conversation.lastIndexOf(':') + 1)
    const named = rows.filter(({ event_id }) => event_id.includes(person)).map(({ id }) => id)
    for (const ids of portions(named)) await db.deleteFrom('inbox').where('id', 'in', ids).execute()
    for (const ids of portions(rows.map(({ id }) => id))) {
      await db
        .updateTable('inbox')
        .set({ activity: FORGOTTEN, conversation: NOBODY })
        .where('id', 'in', ids)
        .execute()
    }
    return rows.filter(({ activity }) => activity.includes('"type":"message"')).length
  }

  /** What was said to the person and is not to be sent any more. */
  const said = (conversation: string) =>
    db
      .deleteFrom('outbox')
      .where('conversation', '=', conversation)
      .where('status', '!=', 'pending')

  /**
   * Takes the bot's words out. An echo that is still to come must find its message, since without it would look as if
   * staff had written it: of the latest the words go now and the row later. Returns how many there were.
   */
  async function eraseOutbox(conversation: string, now: number): Promise<number> {
    const { numUpdatedRows } = await db
      .updateTable('outbox')
      .set({ payload: FORGOTTEN })
      .where('conversation', '=', conversation)
      .where('status', '=', 'sent')
      .where('platform_message_id', 'is not', null)
      .where('created_at', '>', now - REMAINS_FOR_MS)
      .executeTakeFirst()
    const { numDeletedRows } = await said(conversation)
      .where('payload', '!=', FORGOTTEN)
      .executeTakeFirst()
    return Number(numUpdatedRows) + Number(numDeletedRows)
  }

  async function eraseRemains(conversation: string, until: number): Promise<void> {
    // The reply that tells of the erasure comes a moment after it: what belongs to events until then goes as well.
    const events = (await ofConversation(conversation, until).execute()).map(({ id }) => id)
    await said(conversation).where('created_at', '<=', until).execute()
    for (const ids of portions(events)) {
      await said(conversation).where('inbox_id', 'in', ids).execute()
    }
    const isDone = !(await db
      .selectFrom('outbox')
      .select('id')
      .where('conversation', '=', conversation)
      .where(({ or, eb }) =>
        or([
          eb('created_at', '<=', until),
          ...(events.length > 0 ? [eb('inbox_id', 'in', events.slice(-PORTION))] : []),
        ]),
      )
      .limit(1)
      .executeTakeFirst())
    // The events last: they lead to the replies that still wait.
    if (isDone) await eraseInbox(conversation, until)
    const remains = ofConversation(conversation, until).limit(1)
    const isOver = isDone && !(await remains.executeTakeFirst())
    if (isOver) {
      await db
        .deleteFrom('erasure_remains')
        .where('conversation', '=', conversation)
        .where('until', '=', until)
        .execute()
    }
  }

  return {
    async erase(conversation, { askedBy, now, createCode }) {
      const gone = async (table: 'state' | 'help_requests', column: 'key' | 'conversation') => {
        const value = column === 'key' ? toStateKey(conversation) : conversation
        const { numDeletedRows } = await db
          .deleteFrom(table)
          .where(sql.ref(column), '=', value)
          .executeTakeFirst()
        return Number(numDeletedRows)
      }
      const counts = {
        messages: await eraseInbox(conversation, now),
        replies: await eraseOutbox(conversation, now),
        memory: await gone('state', 'key'),
        helpRequests: await gone('help_requests', 'conversation'),
      }
      await db.deleteFrom('handovers').where('conversation', '=', conversation).execute()
      await visitorTable(db).forget(conversation)
      const remains = { until: now, due_at: now + REMAINS_FOR_MS }
      await db
        .insertInto('erasure_remains')
        .values({ conversation, ...remains })
        .onConflict((conflict) => conflict.column('conversation').doUpdateSet(remains))
        .execute()
      const code = createCode()
      await db
        .insertInto('erasures')
        .values({ code, erased_at: now, asked_by: askedBy, counts: JSON.stringify(counts) })
        .execute()
      return { code, erasedAt: now, askedBy, counts }
    },

    async finish(now) {
      const due = await db
        .updateTable('erasure_remains')
        .set({ due_at: now + REMAINS_FOR_MS })
        .where('conversation', 'in', (one) =>
          one
            .selectFrom('erasure_remains')
            .select('conversation')
            .where('due_at', '<=', now)
            .limit(PORTION),
        )
        .where('due_at', '<=', now)
        .returning(['conversation', 'until'])
        .execute()
      for (const { conversation, until } of due) await eraseRemains(conversation, until)
      return due.length
    },

    async read(code) {
      const row = await db
        .selectFrom('erasures')
        .selectAll()
        .where('code', '=', code)
        .executeTakeFirst()
      if (!row) return null
      const { erased_at: erasedAt, asked_by: askedBy } = row
      // Written by `erase` and by nobody else.
      return { code, erasedAt, askedBy, counts: JSON.parse(row.counts) as ErasedCounts }
    },
  }
}

/** As the Bot Framework names the state of a conversation. */
function toStateKey(conversation: string): string {
  const channel = conversation.slice(0, conversation.indexOf(':'))
  return `${channel}/conversations/${conversation}/`
}

/** A statement takes a few ten thousand values. */
function portions(ids: readonly number[]): number[][] {
  const parts: number[][] = []
  for (let from = 0; from < ids.length; from += 1_000) parts.push(ids.slice(from, from + 1_000))
  return parts
}
