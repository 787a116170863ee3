import { type Kysely, sql } from 'kysely'
import { accountTable } from '../../storage/account-table'
import type { Database } from '../../storage/open-database'
import type { Schema } from '../../storage/schema'
import { Refusal } from '../refusal'

/**
 * Changes accounts in a transaction, one such change at a time, and never so that nobody is left to administer.
 * @throws {Refusal} 409 when the last admin would be gone; nothing is changed then
 */
export function changePeople<T>(
  { kysely, dialect }: Database,
  change: (transaction: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  return kysely.transaction().execute(async (transaction) => {
    // SQLite has one writing transaction at a time anyway.
    if (dialect === 'postgres')
      await sql`select pg_advisory_xact_lock(hashtextextended('accounts', 0))`.execute(transaction)
    const accounts = accountTable(transaction)
    const before = await accounts.countAdmins()
    const result = await change(transaction)
    if (before > 0 && (await accounts.countAdmins()) === 0)
      throw new Refusal(
        409,
        'Phải còn ít nhất một quản trị viên. Hãy giao quyền cho người khác trước.',
      )
    return result
  })
}
