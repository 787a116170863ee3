import type { Response } from 'express'
import type { Account } from '../../storage/account-table'
import { Refusal } from '../refusal'

/**
 * Who makes this request. The console puts it into `response.locals.account` before any part is asked.
 * @throws {Refusal} 401 when nobody is signed in, or no longer
 */
export function signedIn(response: Response): Account {
  const account = response.locals.account as Account | null | undefined // set by `readSession` alone
  if (!account) throw new Refusal(401, 'Phiên làm việc đã hết. Hãy đăng nhập lại.', 'session')
  return account
}
