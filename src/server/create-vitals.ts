import type { Database } from '../storage/open-database'
import { type QueueDepth, readQueueDepths } from '../storage/read-queue-depths'

/** When an account's access token is to be renewed, in epoch milliseconds; a fifth of its life is left then. */
export type TokenLife = { channel: string; account: string; dueAt: number }

/** What those who watch want to know of the database; empty where it is not there. */
export type Vitals = {
  isReachable: boolean
  queues: readonly QueueDepth[]
  tokens: readonly TokenLife[]
}

/** However many ask, the database is asked once in this time. */
const KEPT_MS = 5_000

/** Makes what reads the vitals, for `/metrics` and `/readyz`. It never throws: a database that is gone is told. */
export function createVitals(options: {
  database: Database
  readTokens(): Promise<readonly TokenLife[]>
  /** Epoch milliseconds. */
  now: () => number
}): () => Promise<Vitals> {
  const { database, readTokens, now } = options
  let last: { at: number; vitals: Promise<Vitals> } | undefined

  async function read(): Promise<Vitals> {
    try {
      const queues = await readQueueDepths(database.kysely)
      return { isReachable: true, queues, tokens: await readTokens() }
    } catch {
      return { isReachable: false, queues: [], tokens: [] }
    }
  }

  return () => {
    const isFresh = last && Math.abs(now() - last.at) < KEPT_MS
    last = last && isFresh ? last : { at: now(), vitals: read() }
    return last.vitals
  }
}
