import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema'

/** Someone who asked for a person and has not been given back to the bot. Times in epoch milliseconds. */
export type HelpRequest = {
  id: number
  conversation: string
  channel: string
  askedAt: number
  /** The console's account that answers; null while nobody does. */
  takenBy: { id: number; name: string } | null
  /** When the person was last heard; null where all of it was erased. */
  heardAt: number | null
  /** When staff last spoke, here or in the platform's inbox; null while the bot has the conversation. */
  staffSince: number | null
}

/** The requests for a person. */
export type HelpRequestTable = {
  /** Someone asks for a person; who has asked already keeps their place. */
  open(request: { conversation: string; channel: string; askedAt: number }): Promise<void>
  /** All that are open, who has waited longest first. */
  list(limit: number): Promise<HelpRequest[]>
  read(id: number): Promise<HelpRequest | null>
  /** How many nobody has taken. */
  countWaiting(): Promise<number>
  /**
   * Gives a request to an account. `from` is who had it as the account saw it: if someone else has it by now nothing
   * changes, and it is false.
   */
  take(id: number, account: { id: number; name: string }, from: number | null): Promise<boolean>
  close(id: number): Promise<void>
}

/** Queries of the requests for a person, over a database or a transaction. */
export function helpRequestTable(db: Kysely<Schema>): HelpRequestTable {
  const requests = () =>
    db
      .selectFrom('help_requests as request')
      .select(({ selectFrom }) => [
        'request.id',
        'request.conversation',
        'request.channel',
        'request.asked_at',
        'request.taken_by',
        'request.taken_by_name',
        selectFrom('inbox')
          .select('received_at')
          .whereRef('inbox.conversation', '=', 'request.conversation')
          .orderBy('inbox.id', 'desc')
          .limit(1)
          .as('heard_at'),
        selectFrom('handovers')
          .select('since')
          .whereRef('handovers.conversation', '=', 'request.conversation')
          .where('holder', '=', 'staff')
          .as('staff_since'),
      ])
  type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>

  const toRequest = (row: Row): HelpRequest => ({
    id: row.id,
    conversation: row.conversation,
    channel: row.channel,
    askedAt: row.asked_at,
    takenBy: row.taken_by === null ? null : { id: row.taken_by, name: row.taken_by_name ?? '' },
    heardAt: row.heard_at,
    staffSince: row.staff_since,
  })

  return {
    async open({ conversation, channel, askedAt }) {
      await db
        .insertInto('help_requests')
        .values({ conversation, channel, asked_at: askedAt })
        .onConflict((conflict) => conflict.column('conversation').doNothing())
        .execute()
    },

    async list(limit) {
      const rows = await requests().orderBy('request.id').limit(limit).execute()
      return rows.map(toRequest)
    },

    async read(id) {
      const row = await requests().where('request.id', '=', id).executeTakeFirst()
      return row ? toRequest(row) : null
    },

    async countWaiting() {
      const { count } = await db
        .selectFrom('help_requests')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('taken_by', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async take(id, account, from) {
      const { numUpdatedRows } = await db
        .updateTable('help_requests')
        .set({ taken_by: account.id, taken_by_name: account.name })
        .where('id', '=', id)
        .where(sql`coalesce(taken_by, 0)`, '=', from ?? 0)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },

    async close(id) {
      await db.deleteFrom('help_requests').where('id', '=', id).execute()
    },
  }
}
