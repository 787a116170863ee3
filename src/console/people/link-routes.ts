import express, { type Router } from 'express'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { type AccountLink, accountLinkTable } from '../../storage/account-link-table'
import { type Account, accountTable } from '../../storage/account-table'
import { auditTable } from '../../storage/audit-table'
import type { Schema } from '../../storage/schema'
import { sessionTable } from '../../storage/session-table'
import { readInput } from '../read-input'
import { Refusal } from '../refusal'
import { changePeople } from './change-people'
import { hashPassword, newPassword } from './password'
import type { PeopleOptions } from './people-options'
import { personEmail, personName } from './person-input'
import { hashSecret } from './secret'

const held = z.object({ secret: z.string().min(1).max(100) })
const newcomer = z.object({ name: personName, email: personEmail })

/**
 * `/console/api/link`: what a one-time link is for (`POST /read`), and its use (`POST /`): to make the first admin,
 * take an invitation, or set a new password. Who uses it is signed in, unless a second factor is still to be asked.
 */
export function createLinkRoutes({ database, sessions, now }: PeopleOptions): Router {
  const { kysely } = database
  const router = express.Router()

  router.post('/read', async (request, response) => {
    const { secret } = readInput(held, request.body)
    const link = await accountLinkTable(kysely).find(hashSecret(secret), now())
    const account = await findHolder(kysely, link)
    if (!link || (link.purpose !== 'first' && !account)) throw spent()
    response.json({ purpose: link.purpose, name: account?.name, email: account?.email })
  })

  router.post('/', async (request, response) => {
    const { secret } = readInput(held, request.body)
    const { password } = readInput(z.object({ password: newPassword }), request.body)
    const stored = await hashPassword(password)
    const { account, needsCode } = await changePeople(database, async (transaction) => {
      const link = await accountLinkTable(transaction).take(hashSecret(secret), now())
      if (!link) throw spent()
      const account =
        link.purpose === 'first'
          ? await makeFirst(transaction, readInput(newcomer, request.body))
          : await findHolder(transaction, link)
      if (!account) throw spent()
      await accountTable(transaction).change(account.id, { password: stored })
      await sessionTable(transaction).endAll(account.id)
      await sessionTable(transaction).forgetDevices(account.id)
      const action = `people.${link.purpose === 'reset' ? 'new_password' : 'join'}`
      const note = { account, action, subject: account.name, detail: '' }
      await auditTable(transaction, now).note(note)
      const { totpSecret } = (await accountTable(transaction).find(account.id)) ?? {}
      return { account, needsCode: Boolean(totpSecret) }
    })
    if (!needsCode) await sessions.start(request, response, account)
    response.json({ account: needsCode ? null : account })
  })

  async function makeFirst(
    transaction: Kysely<Schema>,
    { name, email }: z.output<typeof newcomer>,
  ): Promise<Account | null> {
    await accountLinkTable(transaction).removeFirst()
    const accounts = accountTable(transaction)
    return (await accounts.isEmpty())
      ? accounts.create({ name, email, role: 'admin' }, now())
      : null
  }

  return router
}

async function findHolder(db: Kysely<Schema>, link: AccountLink | null): Promise<Account | null> {
  if (!link?.accountId) return null
  const account = await accountTable(db).find(link.accountId)
  return account && account.lockedAt === null ? account : null
}

function spent(): Refusal {
  return new Refusal(
    410,
    'Đường dẫn này đã được dùng hoặc đã hết hạn. Hãy xin quản trị viên một đường dẫn mới.',
  )
}
