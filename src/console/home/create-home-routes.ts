import express, { type Router } from 'express'
import type { Account } from '../../storage/account-table'
import { requireRole } from '../people/require-role'
import { signedIn } from '../people/signed-in'

/** Something that waits for the person at the screen. */
export type Awaiting = {
  /** What is to be done, in Vietnamese, without the number: `câu trả lời chờ bạn duyệt`. */
  text: string
  /** How many; 0 is not shown. */
  count: number
  /** The screen where it is done, within the console: `/answers?state=pending`. */
  to: string
  isUrgent?: boolean
}

/** A part's answer to what waits for someone, by what they may do. */
export type AwaitingSource = (account: Account) => Promise<Awaiting[]>

/** `GET /console/api/home`: what waits for this person, from every part that has something, urgent first. */
export function createHomeRoutes({ sources }: { sources: readonly AwaitingSource[] }): Router {
  const router = express.Router()
  router.get('/', requireRole('viewer'), async (_request, response) => {
    const account = signedIn(response)
    const lists = await Promise.all(sources.map((source) => source(account)))
    const awaiting = lists.flat().filter(({ count }) => count > 0)
    awaiting.sort((a, b) => Number(b.isUrgent ?? false) - Number(a.isUrgent ?? false))
    response.json({ awaiting })
  })
  return router
}
