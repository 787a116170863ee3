import type { Logger } from 'pino'
import type { Bulletin } from '../knowledge/bulletin'
import type { BulletinTable } from '../storage/bulletin-table'
import type { Notices } from '../storage/notices'
import type { DialectName } from '../storage/schema'
import { shareRuns } from '../storage/share-runs'

/** Other processes let notices out and end them: this often it is looked where no word comes of it. */
const POLL_MS = { sqlite: 500, postgres: 5_000 }

/** The official notices that are out, in memory. */
export type KeptBulletins = {
  /** The latest first; the time of some may be over since they were read. */
  current(): readonly Bulletin[]
  /** Reads them anew; where the database cannot be asked, what was known stays. */
  look(): Promise<void>
  /** Looks no more, and waits for what is under way. May be called twice. */
  stop(): Promise<void>
}

/**
 * Keeps at hand what turns and pages say, so that none of them asks the database. Without the database what is known
 * goes on, and ends by its own time.
 */
export async function keepBulletins(options: {
  table: Pick<BulletinTable, 'readOut'>
  /** Tell what any process let out or ended, on PostgreSQL. */
  notices: Notices
  dialect: DialectName
  logger: Logger
  now: () => number
}): Promise<KeptBulletins> {
  const { table, notices, dialect, logger, now } = options
  let known: readonly Bulletin[] = []
  let isFailing = false
  let isStopped = false
  let last: Promise<void> = Promise.resolve()

  const read = shareRuns(async () => {
    known = await table.readOut(now())
    isFailing = false
  })

  function look(): Promise<void> {
    if (isStopped) return last
    last = read().catch((error: unknown) => {
      if (!isFailing && !isStopped) {
        logger.warn({ err: error }, 'cannot look for official notices now: what is known goes on')
      }
      isFailing = true
    })
    return last
  }

  await look()
  const poll = setInterval(look, POLL_MS[dialect])
  notices.listen('bulletins', look)
  return {
    current: () => known,
    look,
    async stop() {
      isStopped = true
      clearInterval(poll)
      await last
    },
  }
}
