import express, { type Router } from 'express'
import { z } from 'zod'
import { accountTable } from '../../storage/account-table'
import { auditTable } from '../../storage/audit-table'
import { readInput } from '../read-input'
import type { PeopleOptions } from './people-options'
import { signIn } from './sign-in'
import { signedIn } from './signed-in'

const credentials = z.object({
  email: z.string().trim().min(1, 'Hãy nhập email.').max(200, 'Email quá dài.'),
  password: z.string().min(1, 'Hãy nhập mật khẩu.').max(200, 'Mật khẩu quá dài.'),
  code: z.string().trim().max(20, 'Mã xác thực quá dài.').optional(),
})

/** `/console/api/session`: who is signed in (`GET`), sign in (`POST`), sign out (`DELETE`). */
export function createSessionRoutes(options: PeopleOptions): Router {
  const { database, sessions, now } = options
  const router = express.Router()
  router.get('/', (_request, response) => {
    response.json({ account: signedIn(response) })
  })
  router.post('/', async (request, response) => {
    const given = readInput(credentials, request.body)
    const account = await signIn(
      {
        ...given,
        address: request.ip ?? '',
        knownDevice: (accountId) => sessions.knownDevice(request, accountId),
      },
      options,
    )
    await sessions.start(request, response, account)
    await accountTable(database.kysely).change(account.id, { signedInAt: now() })
    const note = { account, action: 'session.start', subject: account.name, detail: '' }
    await auditTable(database.kysely, now).note(note)
    response.json({ account })
  })
  router.delete('/', async (request, response) => {
    await sessions.end(request, response)
    response.status(204).end()
  })
  return router
}
