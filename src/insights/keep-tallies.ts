import { toHanoiDay } from '../knowledge/hanoi-day'
import type { Database } from '../storage/open-database'
import { tallyTable } from '../storage/tally-table'
import { visitorTable } from '../storage/visitor-table'

/** How often marks are taken into the daily counts: until then each read counts them one by one. */
const PAUSE_MS = 30_000

/** Marks in one transaction; on SQLite nobody writes meanwhile. */
const PORTION = 2_000

/** Keeps the daily counts up to date while the server runs. */
export type TallyKeeper = {
  /** Folds what there is now; what starts it also calls it. */
  keep(): Promise<void>
  /** Waits for what is under way. May be called twice. */
  stop(): Promise<void>
}

/**
 * Folds the marks of turns into daily counts, and closes past days: their people are counted and what could tell one
 * from another is deleted. Any number of processes may do so. What fails is told to `onError` and tried again.
 */
export function keepTallies(
  { kysely }: Database,
  { now, onError }: { now: () => number; onError(error: unknown): void },
): TallyKeeper {
  let isStopped = false
  let running: Promise<void> | undefined

  async function fold(): Promise<void> {
    let folded = PORTION
    while (folded === PORTION && !isStopped) {
      folded = await kysely.transaction().execute((one) => tallyTable(one).fold(PORTION))
    }
    await kysely.transaction().execute((one) => visitorTable(one).close(toHanoiDay(now())))
  }

  const keep = async () => {
    running ??= fold()
      .catch(onError)
      .finally(() => {
        running = undefined
      })
    await running
  }
  const timer = setInterval(keep, PAUSE_MS)
  return {
    keep,
    async stop() {
      isStopped = true
      clearInterval(timer)
      await running
    },
  }
}
