import { accountTable, type StoredAccount } from '../../storage/account-table'
import type { Seal } from '../../storage/create-seal'
import type { Database } from '../../storage/open-database'
import { findTotpStep, hashRecoveryCode } from './totp'

/** Where an account's secret lies: a sealed one does not open elsewhere. */
export const totpPlace = (accountId: number): string => `totp:${accountId}`

/**
 * Whether a code of the authenticator app, or a recovery code, is right; it is used up by this.
 * @param options.now epoch milliseconds
 */
export async function checkSecondFactor(
  account: StoredAccount & { totpSecret: string },
  code: string,
  { database: { kysely }, seal, now }: { database: Database; seal: Seal; now: () => number },
): Promise<boolean> {
  const accounts = accountTable(kysely)
  const digits = code.replace(/\s/g, '')
  if (/^\d{6}$/.test(digits)) {
    const secret = seal.open(account.totpSecret, totpPlace(account.id))
    const step = findTotpStep(secret, digits, now())
    return step !== null && (await accounts.takeTotpStep(account.id, step))
  }
  return accounts.takeRecoveryCode(account.id, hashRecoveryCode(code))
}
