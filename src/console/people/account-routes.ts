import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { accountTable, type StoredAccount } from '../../storage/account-table'
import { auditTable } from '../../storage/audit-table'
import { readInput } from '../read-input'
import { Refusal } from '../refusal'
import { totpPlace } from './check-second-factor'
import { hashPassword, isPassword, newPassword } from './password'
import type { PeopleOptions } from './people-options'
import { requireRole } from './require-role'
import { signedIn } from './signed-in'
import { createRecoveryCodes, createTotpSecret, drawTotpCode, findTotpStep } from './totp'

const current = z.object({
  password: z.string().min(1, 'Hãy nhập mật khẩu hiện tại.').max(200, 'Mật khẩu quá dài.'),
})
const passwordChange = z.object({ next: newPassword })
const totpProof = z.object({
  secret: z.string().regex(/^[A-Z2-7]{32}$/, 'Hãy làm lại từ đầu.'),
  code: z.string().trim().min(1, 'Hãy nhập mã 6 số.').max(20, 'Mã xác thực quá dài.'),
})

/** `/console/api/account`: one's own password, second factor and sessions. Who changes them shows the password first. */
export function createAccountRoutes({
  database,
  seal,
  sessions,
  limits,
  now,
}: PeopleOptions): Router {
  const accounts = accountTable(database.kysely)
  const router = express.Router()
  router.use(requireRole('viewer'))

  /** The account, when the current password came with the request. */
  async function prove(request: Request, response: Response): Promise<StoredAccount> {
    const { id, email } = signedIn(response)
    const { password } = readInput(current, request.body)
    const device = await sessions.knownDevice(request, id)
    const attempt = { address: request.ip ?? '', email, device }
    await limits.count(attempt)
    const account = await accounts.find(id)
    if (!account || !(await isPassword(account.password, password)))
      throw new Refusal(400, 'Mật khẩu hiện tại chưa đúng.', 'password')
    await limits.succeed(attempt)
    return account
  }

  const note = (response: Response, action: string) => {
    const account = signedIn(response)
    return auditTable(database.kysely, now).note({
      account,
      action,
      subject: account.name,
      detail: '',
    })
  }

  router.get('/', async (_request, response) => {
    const account = await accounts.find(signedIn(response).id)
    const hasTotp = account?.totpSecret != null
    response.json({ hasTotp, recoveryCodesLeft: account?.recoveryCodes.length ?? 0 })
  })

  router.put('/password', async (request, response) => {
    const { next } = readInput(passwordChange, request.body)
    const account = await prove(request, response)
    await accounts.change(account.id, { password: await hashPassword(next) })
    await sessions.endOthers(request, account)
    await note(response, 'account.password')
    response.json({})
  })

  router.post('/totp/begin', async (_request, response) => {
    const secret = createTotpSecret()
    response.json({ secret, picture: await drawTotpCode(secret, signedIn(response).email) })
  })

  router.put('/totp', async (request, response) => {
    const { secret, code } = readInput(totpProof, request.body)
    const { id } = await prove(request, response)
    const step = findTotpStep(secret, code.replace(/\s/g, ''), now())
    if (step === null) throw new Refusal(400, 'Mã chưa đúng. Hãy nhập mã đang hiện.', 'code')
    const { codes, hashes } = createRecoveryCodes()
    await accounts.change(id, {
      totpSecret: seal.seal(secret, totpPlace(id)),
      totpStep: step,
      recoveryCodes: hashes,
    })
    await note(response, 'account.totp_on')
    response.json({ recoveryCodes: codes })
  })

  router.delete('/totp', async (request, response) => {
    const { id } = await prove(request, response)
    await accounts.change(id, { totpSecret: null, recoveryCodes: [] })
    await note(response, 'account.totp_off')
    response.json({})
  })

  router.delete('/sessions', async (request, response) => {
    await sessions.endOthers(request, signedIn(response))
    await note(response, 'account.sign_out_elsewhere')
    response.json({})
  })

  return router
}
