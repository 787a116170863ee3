import type { Answers } from '../console/answers/create-answers'
import type { ConsolePart } from '../console/console-part'
import type { AwaitingSource } from '../console/home/create-home-routes'
import { createLawsRoutes } from '../console/laws/create-laws-routes'
import { createReviewCalendar } from '../console/laws/create-review-calendar'
import { isTopicFile } from '../knowledge/load-knowledge'
import { draftTable } from '../storage/draft-table'
import type { Database } from '../storage/open-database'
import { revisionTable } from '../storage/revision-table'
import type { KeptContent } from './keep-content'

/** Joins the console's part about legal documents and reviews. */
export function openLaws(options: {
  database: Database
  kept: KeptContent
  answers: Answers
  publicUrl: string | undefined
  /** Epoch milliseconds. */
  now: () => number
}): { part: ConsolePart; awaitReviews: AwaitingSource } {
  const { database, kept, answers, publicUrl, now } = options
  const drafts = draftTable(database.kysely)
  const use = {
    database,
    served: kept.served,
    answers,
    revisions: revisionTable(database),
    listDrafts: async () =>
      (await drafts.list()).filter(({ path }) => isTopicFile(path)).map(({ entry }) => entry),
    publicUrl,
    now,
  }
  const calendar = createReviewCalendar(use)
  return {
    part: { name: 'laws', router: createLawsRoutes(use, calendar) },
    awaitReviews: calendar.awaitReviews,
  }
}
