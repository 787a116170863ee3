import type { Kysely } from 'kysely'
import type { Schema } from './schema'

/** How far a table was gone through: the last id or key that was looked at; null when it is at its end. */
export type CleanedTo<Place> = Place | null

/** Rows that are looked at in one go: few enough that nobody waits for the transaction. */
const PORTION = 500

/** Times before which something is no longer kept, in epoch milliseconds. */
export type KeptSince = {
  messages: number
  deadLetters: number
  silentConversations: number
  questions: number
  helpRequests: number
  receipts: number
  /** The first day whose counts are kept, `2026-11-24`. */
  countDay: string
  now: number
}

/**
 * Deletes what is too old, a portion of a table at each call, over a database or a transaction. Tables that grow with
 * every message are gone through in the order in which they grew, so that nothing young is looked at and no index is
 * needed. Whatever another process deletes meanwhile is not there any more: nothing else can happen.
 */
export function cleanTable(db: Kysely<Schema>) {
  return {
    /** Events that are handled. */
    async inbox(since: KeptSince, after: number): Promise<CleanedTo<number>> {
      const rows = await db
        .selectFrom('inbox')
        .select(['id', 'received_at as at', 'status'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(PORTION)
        .execute()
      const old = rows.filter(({ at, status }) => status !== 'pending' && at < since.messages)
      if (old.length > 0) {
        await db.deleteFrom('inbox').where('id', 'in', old.map(toId)).execute()
      }
      return nextPlace(rows, since.messages)
    },

    /** Messages that are sent, and dead letters. */
    async outbox(since: KeptSince, after: number): Promise<CleanedTo<number>> {
      const rows = await db
        .selectFrom('outbox')
        .select(['id', 'created_at as at', 'status'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(PORTION)
        .execute()
      const old = rows.filter(
        ({ at, status }) =>
          status !== 'pending' && at < (status === 'dead' ? since.deadLetters : since.messages),
      )
      if (old.length > 0) {
        await db
          .deleteFrom('outbox')
          .where('id', 'in', old.map(toId))
          .where('status', '!=', 'pending')
          .execute()
      }
      return nextPlace(rows, Math.max(since.messages, since.deadLetters))
    },

    /** What was asked. */
    async questions(since: KeptSince, after: number): Promise<CleanedTo<number>> {
      const rows = await db
        .selectFrom('questions')
        .select(['id', 'asked_at as at'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(PORTION)
        .execute()
      const old = rows.filter(({ at }) => at < since.questions)
      if (old.length > 0) {
        await db.deleteFrom('questions').where('id', 'in', old.map(toId)).execute()
      }
      return nextPlace(rows, since.questions)
    },

    /** The bot's memory of who fell silent; secrets of the installation lie in the same table. */
    async states(since: KeptSince, after: string): Promise<CleanedTo<string>> {
      const rows = await db
        .selectFrom('state')
        .select(['key', 'updated_at as at'])
        .where('key', '>', after)
        .orderBy('key')
        .limit(PORTION)
        .execute()
      const old = rows.filter(
        ({ key, at }) => key.includes('/conversations/') && at < since.silentConversations,
      )
      if (old.length > 0) {
        await db
          .deleteFrom('state')
          .where(
            'key',
            'in',
            old.map(({ key }) => key),
          )
          // Someone may have begun to write again.
          .where('updated_at', '<', since.silentConversations)
          .execute()
      }
      return rows.length === PORTION ? (rows.at(-1)?.key ?? null) : null
    },

    /** Forms of questions that nobody asks any more. */
    async openQuestions(since: KeptSince, after: string): Promise<CleanedTo<string>> {
      const rows = await db
        .selectFrom('open_questions')
        .select(['form', 'latest'])
        .where('form', '>', after)
        .orderBy('form')
        .limit(PORTION)
        .execute()
      const old = rows.filter(({ latest }) => latest < since.questions)
      if (old.length > 0) {
        await db
          .deleteFrom('open_questions')
          .where(
            'form',
            'in',
            old.map(({ form }) => form),
          )
          .where('latest', '<', since.questions)
          .execute()
      }
      return rows.length === PORTION ? (rows.at(-1)?.form ?? null) : null
    },

    /** What there is little of: requests for a person, handovers, counts of days, links and codes that have ended. */
    async smallTables(since: KeptSince): Promise<void> {
      await db.deleteFrom('help_requests').where('asked_at', '<', since.helpRequests).execute()
      await db.deleteFrom('handovers').where('since', '<', since.messages).execute()
      await db.deleteFrom('tallies').where('day', '<', since.countDay).execute()
      await db.deleteFrom('link_counts').where('day', '<', since.countDay).execute()
      await db.deleteFrom('erasures').where('erased_at', '<', since.receipts).execute()
      await db.deleteFrom('carried_guides').where('expires_at', '<=', since.now).execute()
      await db.deleteFrom('account_links').where('expires_at', '<=', since.now).execute()
    },
  }
}

const toId = ({ id }: { id: number }) => id

/** Where to go on; null once what comes next is young, since ids grow with time. */
function nextPlace(rows: readonly { id: number; at: number }[], since: number): CleanedTo<number> {
  const last = rows.at(-1)
  return rows.length < PORTION || !last || last.at >= since ? null : last.id
}
