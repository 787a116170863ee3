import { type Account, accountTable } from '../../storage/account-table'
import type { Seal } from '../../storage/create-seal'
import type { Database } from '../../storage/open-database'
import { Refusal } from '../refusal'
import { checkSecondFactor } from './check-second-factor'
import type { AttemptLimits } from './limit-attempts'
import { isPassword } from './password'

/** What somebody shows who wants in. */
export type Credentials = {
  email: string
  password: string
  /** Of the authenticator app, or a recovery code. */
  code?: string | undefined
  address: string
  /** The browser, where this account has signed in with it before. */
  knownDevice(accountId: number): Promise<string | undefined>
}

/**
 * Whose account it is. One answer, after one length of time, for an unknown address, a wrong password and a locked
 * account.
 * @throws {Refusal} 401 `credentials` (wrong), 401 `code` (right so far, a code is needed or was wrong), 429 `wait`
 */
export async function signIn(
  { email, password, code, address, knownDevice }: Credentials,
  use: { database: Database; seal: Seal; limits: AttemptLimits; now: () => number },
): Promise<Account> {
  const stored = await accountTable(use.database.kysely).findByEmail(email)
  const device = stored ? await knownDevice(stored.id) : undefined
  const attempt = { address, email, device }
  await use.limits.count(attempt)
  const isRight = await isPassword(stored?.password ?? null, password)
  if (!stored || !isRight || stored.lockedAt !== null)
    throw new Refusal(401, 'Email hoặc mật khẩu chưa đúng. Hãy kiểm tra lại.', 'credentials')
  const { totpSecret } = stored
  if (totpSecret !== null) {
    if (!code) throw new Refusal(401, 'Hãy nhập mã 6 số trong ứng dụng xác thực.', 'code')
    if (!(await checkSecondFactor({ ...stored, totpSecret }, code, use)))
      throw new Refusal(401, 'Mã xác thực chưa đúng hoặc đã dùng. Hãy chờ mã mới.', 'code')
  }
  await use.limits.succeed(attempt)
  const { id, name, role } = stored
  return { id, name, email: stored.email, role }
}
