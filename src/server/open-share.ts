import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import type { Bulletin } from '../knowledge/bulletin'
import type { ShareContent } from '../share/create-context-reader'
import { createLinkCounter } from '../share/create-link-counter'
import { createShareRoutes, type ShareRoutes } from '../share/create-share-routes'
import { toLinkUses } from '../share/to-link-uses'
import { linkCodeTable } from '../storage/link-code-table'
import { linkCountTable } from '../storage/link-count-table'
import type { Database } from '../storage/open-database'
import { createShortCode, LINK_CODE_LENGTH } from '../text/short-code'

/** The pages that officials forward, over the database. */
export type OpenShare = ShareRoutes & {
  /** Stores what was counted last. */
  stop(): Promise<void>
}

/** Joins the pages, the counts of their links and the links' codes. */
export function openShare(options: {
  database: Database
  content: () => ShareContent
  /** Official notices that were let out. */
  bulletins: () => readonly Bulletin[]
  publicUrl: string | undefined
  logger: Logger
  now: () => number
}): OpenShare {
  const { database, content, bulletins, publicUrl, logger, now } = options
  const counts = linkCountTable(database.kysely)
  const codes = linkCodeTable(database.kysely)
  const counter = createLinkCounter({
    table: counts,
    now,
    onError: (error) => logger.warn({ err: error }, 'uses of links are not stored yet'),
  })
  const routes = createShareRoutes({
    content,
    bulletins,
    publicUrl,
    counter,
    uses: async (since, unit) => toLinkUses(await counts.sum(since, unit)),
    codeOf: (ref) => codes.codeOf(ref, () => createShortCode(LINK_CODE_LENGTH, randomInt)),
    now,
  })
  return { ...routes, stop: counter.stop }
}
