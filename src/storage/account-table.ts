import type { Kysely, Selectable, Updateable } from 'kysely'
import type { Role } from './role'
import type { AccountColumns, Schema } from './schema'

/** One of the staff, as the rest of the console knows them. */
export type Account = { id: number; name: string; email: string; role: Role }

/** What signing in needs to know beside. */
export type StoredAccount = Account & {
  /** Null until the invitation is taken. */
  password: string | null
  totpSecret: string | null
  totpStep: number
  /** Hashes of the codes that were not used. */
  recoveryCodes: string[]
  /** Epoch milliseconds; null where the account is open. */
  lockedAt: number | null
  signedInAt: number | null
}

/** What may be changed about an account. */
export type AccountChange = Partial<Omit<StoredAccount, 'id' | 'email'>>

/** Queries of the staff's accounts, over a database or a transaction. */
export function accountTable(db: Kysely<Schema>) {
  const select = () => db.selectFrom('accounts').selectAll()
  return {
    async find(id: number): Promise<StoredAccount | null> {
      const row = await select().where('id', '=', id).executeTakeFirst()
      return row ? toAccount(row) : null
    },

    /**
     * Uses a recovery code up.
     * @param hash of the code
     * @returns whether there was one; of two who use it at once, one is told so
     */
    async takeRecoveryCode(id: number, hash: string): Promise<boolean> {
      const row = await select().where('id', '=', id).executeTakeFirst()
      const codes = row ? toAccount(row).recoveryCodes : []
      if (!row || !codes.includes(hash)) return false
      const { numUpdatedRows } = await db
        .updateTable('accounts')
        .set({ recovery_codes: JSON.stringify(codes.filter((other) => other !== hash)) })
        .where('id', '=', id)
        .where('recovery_codes', '=', row.recovery_codes)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async findByEmail(email: string): Promise<StoredAccount | null> {
      const row = await select().where('email', '=', email.toLowerCase()).executeTakeFirst()
      return row ? toAccount(row) : null
    },

    /** Everybody, by name. */
    async list(): Promise<StoredAccount[]> {
      const rows = await select().orderBy('name').orderBy('id').execute()
      return rows.map(toAccount)
    },

    async isEmpty(): Promise<boolean> {
      return (
        (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) === undefined
      )
    },

    /**
     * Makes an account that waits for its password; null where the e-mail address has one.
     * @param createdAt epoch milliseconds
     */
    async create(account: Omit<Account, 'id'>, createdAt: number): Promise<Account | null> {
      const { name, role } = account
      const row = await db
        .insertInto('accounts')
        .values({ name, role, email: account.email.toLowerCase(), created_at: createdAt })
        .onConflict((conflict) => conflict.column('email').doNothing())
        .returning(['id', 'name', 'email', 'role'])
        .executeTakeFirst()
      return row ?? null
    },

    async change(id: number, change: AccountChange): Promise<void> {
      const columns: Updateable<AccountColumns> = {
        name: change.name,
        role: change.role,
        password: change.password,
        totp_secret: change.totpSecret,
        totp_step: change.totpStep,
        recovery_codes: change.recoveryCodes && JSON.stringify(change.recoveryCodes),
        locked_at: change.lockedAt,
        signed_in_at: change.signedInAt,
      }
      await db.updateTable('accounts').set(columns).where('id', '=', id).execute()
    },

    /**
     * Takes a one-time code's step, unless it or a later one was taken.
     * @returns whether it was taken now
     */
    async takeTotpStep(id: number, step: number): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('accounts')
        .set({ totp_step: step })
        .where('id', '=', id)
        .where('totp_step', '<', step)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    /** How many may administer: their invitation taken, and not locked. */
    async countAdmins(): Promise<number> {
      const rows = await db
        .selectFrom('accounts')
        .select('id')
        .where('role', '=', 'admin')
        .where('password', 'is not', null)
        .where('locked_at', 'is', null)
        .execute()
      return rows.length
    },

    async remove(id: number): Promise<void> {
      await db.deleteFrom('accounts').where('id', '=', id).execute()
    },
  }
}

function toAccount(row: Selectable<AccountColumns>): StoredAccount {
  const { id, name, email, role, password } = row
  return {
    ...{ id, name, email, role, password },
    totpSecret: row.totp_secret,
    totpStep: row.totp_step,
    recoveryCodes: JSON.parse(row.recovery_codes) as string[], // written by `change` and by nobody else
    lockedAt: row.locked_at,
    signedInAt: row.signed_in_at,
  }
}
