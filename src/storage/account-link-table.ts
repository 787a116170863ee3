import type { Kysely } from 'kysely'
import type { Schema } from './schema'

/** What a one-time link lets its holder do: make the first admin, take an invitation, set a new password. */
export type AccountLink = { purpose: 'first' | 'invite' | 'reset'; accountId: number | null }

/** Queries of the one-time links, over a database or a transaction. Only hashes of what they hold are kept. */
export function accountLinkTable(db: Kysely<Schema>) {
  return {
    /** @param expiresAt epoch milliseconds */
    async create(hash: string, link: AccountLink, expiresAt: number): Promise<void> {
      const { purpose, accountId } = link
      await db
        .insertInto('account_links')
        .values({ hash, purpose, account_id: accountId, expires_at: expiresAt })
        .execute()
    },

    async find(hash: string, now: number): Promise<AccountLink | null> {
      const row = await db
        .selectFrom('account_links')
        .select(['purpose', 'account_id as accountId'])
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row ?? null
    },

    /**
     * Uses a link up. Of those who use it at once one gets it, and the others null.
     */
    async take(hash: string, now: number): Promise<AccountLink | null> {
      const row = await db
        .deleteFrom('account_links')
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .returning(['purpose', 'account_id as accountId'])
        .executeTakeFirst()
      return row ?? null
    },

    /**
     * Ends every link to make the first admin.
     * @returns how many there were: of two who use different ones at once, one finds none left
     */
    async removeFirst(): Promise<number> {
      const { numDeletedRows } = await db
        .deleteFrom('account_links')
        .where('purpose', '=', 'first')
        .executeTakeFirst()
      return Number(numDeletedRows)
    },

    /** Ends somebody's links. */
    async removeOf(accountId: number): Promise<void> {
      await db.deleteFrom('account_links').where('account_id', '=', accountId).execute()
    },

    /** Who has a link that still works. */
    async openFor(now: number): Promise<number[]> {
      const rows = await db
        .selectFrom('account_links')
        .select('account_id')
        .where('expires_at', '>', now)
        .where('account_id', 'is not', null)
        .execute()
      return rows.flatMap(({ account_id }) => account_id ?? [])
    },
  }
}
