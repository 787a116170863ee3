import express, { type Request, type Router } from 'express'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { accountLinkTable } from '../../storage/account-link-table'
import { accountTable, type StoredAccount } from '../../storage/account-table'
import { auditTable } from '../../storage/audit-table'
import { ROLES } from '../../storage/role'
import type { Schema } from '../../storage/schema'
import { sessionTable } from '../../storage/session-table'
import { readInput } from '../read-input'
import { Refusal } from '../refusal'
import { changePeople } from './change-people'
import { issueLink } from './issue-link'
import type { PeopleOptions } from './people-options'
import { personEmail, personName, personRole } from './person-input'
import { requireRole } from './require-role'
import { ROLE_NAMES } from './role-names'
import { signedIn } from './signed-in'
import { toPerson } from './to-person'

const invitation = z.object({ name: personName, email: personEmail, role: personRole })

/** `/console/api/people`, for admins: who there is, and what they may do. */
export function createPeopleRoutes({ database, now }: PeopleOptions): Router {
  const router = express.Router()
  router.use(requireRole('admin'))

  router.get('/', async (_request, response) => {
    const people = await accountTable(database.kysely).list()
    const invited = new Set(await accountLinkTable(database.kysely).openFor(now()))
    const byRole = people.map((account) => toPerson(account, invited.has(account.id)))
    byRole.sort((a, b) => ROLES.indexOf(b.role) - ROLES.indexOf(a.role))
    response.json({ people: byRole })
  })

  router.post('/', async (request, response) => {
    const person = readInput(invitation, request.body)
    const link = await changePeople(database, async (transaction) => {
      const account = await accountTable(transaction).create(person, now())
      if (!account) throw new Refusal(409, 'Email này đã có tài khoản.')
      await auditTable(transaction, now).note({
        account: signedIn(response),
        action: 'people.invite',
        subject: account.name,
        detail: `Quyền: ${ROLE_NAMES[account.role]}`,
      })
      return issueLink(transaction, { purpose: 'invite', accountId: account.id }, now())
    })
    response.status(201).json({ link })
  })

  /** One change of one account, noted in the trail. `change` gives what it did in words, for the note. */
  const post = (
    method: 'put' | 'post' | 'delete',
    path: string,
    action: string,
    change: (use: {
      transaction: Kysely<Schema>
      account: StoredAccount
      request: Request
    }) => Promise<{ detail?: string; answer?: object }>,
  ) =>
    router[method](path, async (request, response) => {
      const id = readId(request)
      const { answer } = await changePeople(database, async (transaction) => {
        const account = await accountTable(transaction).find(id)
        if (!account) throw new Refusal(404, 'Không còn tài khoản này. Hãy tải lại trang.')
        const result = await change({ transaction, account, request })
        await auditTable(transaction, now).note({
          account: signedIn(response),
          action,
          subject: account.name,
          detail: result.detail ?? '',
        })
        return result
      })
      response.json(answer ?? {})
    })

  post('put', '/:id/role', 'people.role', async ({ transaction, account, request }) => {
    const { role } = readInput(z.object({ role: personRole }), request.body)
    await accountTable(transaction).change(account.id, { role })
    return { detail: `${ROLE_NAMES[account.role]} → ${ROLE_NAMES[role]}` }
  })

  post('put', '/:id/lock', 'people.lock', async ({ transaction, account }) => {
    await accountTable(transaction).change(account.id, { lockedAt: now() })
    await forgetAll(transaction, account.id)
    return {}
  })

  post('delete', '/:id/lock', 'people.unlock', async ({ transaction, account }) => {
    await accountTable(transaction).change(account.id, { lockedAt: null })
    return {}
  })

  post('post', '/:id/link', 'people.link', async ({ transaction, account }) => {
    if (account.lockedAt !== null) throw new Refusal(409, 'Tài khoản đang khóa. Hãy mở khóa trước.')
    const purpose = account.password === null ? 'invite' : 'reset'
    const link = await issueLink(transaction, { purpose, accountId: account.id }, now())
    return {
      detail: purpose === 'invite' ? 'Đường dẫn mời mới' : 'Đường dẫn đặt mật khẩu mới',
      answer: { link },
    }
  })

  post('delete', '/:id/totp', 'people.totp_off', async ({ transaction, account }) => {
    await accountTable(transaction).change(account.id, { totpSecret: null, recoveryCodes: [] })
    return {}
  })

  post('delete', '/:id', 'people.uninvite', async ({ transaction, account }) => {
    if (account.password !== null)
      throw new Refusal(409, 'Người này đã dùng tài khoản. Hãy khóa thay vì xóa.')
    await forgetAll(transaction, account.id)
    await accountTable(transaction).remove(account.id)
    return {}
  })

  return router
}

/** Nothing that somebody has in a browser or at hand lets them in any more. */
async function forgetAll(transaction: Kysely<Schema>, accountId: number): Promise<void> {
  await sessionTable(transaction).endAll(accountId)
  await sessionTable(transaction).forgetDevices(accountId)
  await accountLinkTable(transaction).removeOf(accountId)
}

function readId({ params }: Request): number {
  const { id } = params
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : 0 // no account has 0
}
