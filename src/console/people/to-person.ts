import type { Account, StoredAccount } from '../../storage/account-table'

/** One of the staff, as admins see them. */
export type Person = Account & {
  /** `invited`: has not yet set a password. */
  state: 'active' | 'invited' | 'locked'
  /** Whether a link that was handed out still works. */
  hasLink: boolean
  /** Whether sign-in asks for a second factor. */
  hasTotp: boolean
  /** Epoch milliseconds; null for never. */
  signedInAt: number | null
}

/** What of an account may be shown: nothing that helps to sign in. */
export function toPerson(account: StoredAccount, hasLink: boolean): Person {
  const { id, name, email, role, signedInAt } = account
  const state =
    account.lockedAt !== null ? 'locked' : account.password === null ? 'invited' : 'active'
  return { id, name, email, role, state, hasLink, hasTotp: account.totpSecret !== null, signedInAt }
}
