import type { Kysely } from 'kysely'
import type { Schema } from './schema'

/** Someone's being signed in, in one browser. Times are epoch milliseconds. */
export type Session = { accountId: number; createdAt: number; seenAt: number }

/** Queries of who is signed in and where they were before, over a database or a transaction. */
export function sessionTable(db: Kysely<Schema>) {
  return {
    /** @param hash of what the cookie holds */
    async find(hash: string): Promise<Session | null> {
      const row = await db
        .selectFrom('sessions')
        .select(['account_id as accountId', 'created_at as createdAt', 'seen_at as seenAt'])
        .where('hash', '=', hash)
        .executeTakeFirst()
      return row ?? null
    },

    async create(hash: string, accountId: number, now: number): Promise<void> {
      await db
        .insertInto('sessions')
        .values({ hash, account_id: accountId, created_at: now, seen_at: now })
        .execute()
    },

    async touch(hash: string, now: number): Promise<void> {
      await db.updateTable('sessions').set({ seen_at: now }).where('hash', '=', hash).execute()
    },

    async end(hash: string): Promise<void> {
      await db.deleteFrom('sessions').where('hash', '=', hash).execute()
    },

    /** Ends all of somebody's sessions, but the one to be kept. */
    async endAll(accountId: number, keptHash?: string): Promise<void> {
      let query = db.deleteFrom('sessions').where('account_id', '=', accountId)
      if (keptHash !== undefined) query = query.where('hash', '!=', keptHash)
      await query.execute()
    },

    /** Removes those that nobody can use any more. */
    async removeOld({ seenBefore, createdBefore }: { seenBefore: number; createdBefore: number }) {
      await db
        .deleteFrom('sessions')
        .where(({ or, eb }) =>
          or([eb('seen_at', '<', seenBefore), eb('created_at', '<', createdBefore)]),
        )
        .execute()
    },

    /** Whether someone has signed in with this device since. @param hash of what its cookie holds */
    async isKnownDevice(hash: string, accountId: number, since: number): Promise<boolean> {
      const row = await db
        .selectFrom('devices')
        .select('hash')
        .where('hash', '=', hash)
        .where('account_id', '=', accountId)
        .where('seen_at', '>=', since)
        .executeTakeFirst()
      return row !== undefined
    },

    async rememberDevice(hash: string, accountId: number, now: number): Promise<void> {
      await db.insertInto('devices').values({ hash, account_id: accountId, seen_at: now }).execute()
    },

    async forgetDevices(accountId: number): Promise<void> {
      await db.deleteFrom('devices').where('account_id', '=', accountId).execute()
    },

    async removeOldDevices(seenBefore: number): Promise<void> {
      await db.deleteFrom('devices').where('seen_at', '<', seenBefore).execute()
    },
  }
}
