import { allowanceTable } from '../storage/allowance-table'
import type { Database } from '../storage/open-database'
import type { SendRate } from './send-rate'

/** Of a platform's limit, what may go at once; the rest comes evenly, so that no window ever sees more than the limit. */
const BURST_SHARE = 0.1

/** Of a platform's limit, what a process takes from the shared bucket with one query. */
const PORTION_SHARE = 0.01

/** Of a platform's window, how long a portion may be used; what is left of it then is forfeited. */
const PORTION_LIFE_SHARE = 0.05

/**
 * Keeps a channel inside its platform's limit, together with all other processes on the database. The function takes
 * the right to one request and returns how long to wait before it is made, in milliseconds; a wait is as long as what
 * others have taken before it, so well under a second. Call it for one request after another.
 */
export function createPacer(
  { kysely, dialect }: Database,
  { channel, rate, now }: { channel: string; rate: SendRate; now: () => number },
): () => Promise<number> {
  const size = rate.count * BURST_SHARE
  const bucket = { key: channel, size, perMs: (rate.count - size) / rate.windowMs }
  const portion = Math.max(1, Math.floor(rate.count * PORTION_SHARE))
  let left = 0
  let usableUntil = 0

  return async () => {
    if (left > 0 && now() < usableUntil) {
      left -= 1
      return 0
    }
    const waitMs = await allowanceTable(kysely, dialect).take(bucket, portion, now())
    left = portion - 1
    usableUntil = now() + waitMs + rate.windowMs * PORTION_LIFE_SHARE
    return waitMs
  }
}
