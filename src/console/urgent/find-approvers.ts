import type { Kysely } from 'kysely'
import { accountTable } from '../../storage/account-table'
import { isAtLeast } from '../../storage/role'
import type { Schema } from '../../storage/schema'

/** Who could say yes to a notice today: their invitation taken, not locked, and with the role. By their accounts' ids. */
export async function findApprovers(db: Kysely<Schema>): Promise<Set<number>> {
  const accounts = await accountTable(db).list()
  return new Set(
    accounts
      .filter(
        ({ role, password, lockedAt }) =>
          isAtLeast(role, 'approver') && password !== null && lockedAt === null,
      )
      .map(({ id }) => id),
  )
}
