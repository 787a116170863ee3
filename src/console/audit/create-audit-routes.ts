import express, { type Router } from 'express'
import { z } from 'zod'
import { accountTable } from '../../storage/account-table'
import { auditTable } from '../../storage/audit-table'
import type { Database } from '../../storage/open-database'
import { requireRole } from '../people/require-role'
import { readInput } from '../read-input'

const PAGE = 50
const DAY_MS = 24 * 3_600_000

const id = z.coerce.number().int().positive()
const day = z.iso.date('Ngày chưa đúng.').transform(startOfHanoiDay)
/** An empty field of a form is as if it were not there. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const query = z.object({
  account: optional(id),
  action: optional(z.string().max(60)),
  text: optional(z.string().trim().max(100, 'Từ cần tìm dài quá 100 ký tự.')),
  from: optional(day),
  /** The last day that is shown. */
  to: optional(day),
  before: optional(id),
})

/** `/console/api/audit`, for who approves: what was done, newest first, {@link PAGE} at a time. */
export function createAuditRoutes({
  database,
  now,
}: {
  database: Database
  now: () => number
}): Router {
  const router = express.Router()
  router.use(requireRole('approver'))

  router.get('/', async (request, response) => {
    const { account, action, text, from, to, before } = readInput(query, request.query)
    const found = await auditTable(database.kysely, now).read(
      {
        accountId: account,
        action,
        text,
        from,
        until: to === undefined ? undefined : to + DAY_MS,
        beforeId: before,
      },
      PAGE + 1,
    )
    response.json({ entries: found.slice(0, PAGE), hasMore: found.length > PAGE })
  })

  router.get('/people', async (_request, response) => {
    const people = await accountTable(database.kysely).list()
    response.json({ people: people.map(({ id: personId, name }) => ({ id: personId, name })) })
  })

  return router
}

/** When a day begins in Hanoi, which has had no summer time since 1975. @returns epoch milliseconds */
function startOfHanoiDay(date: string): number {
  return Date.parse(`${date}T00:00:00+07:00`)
}
