import type { Logger } from 'pino'
import type { AnswersOptions } from '../console/answers/answers-options'
import { awaitAnswers } from '../console/answers/await-answers'
import { type Answers, createAnswers } from '../console/answers/create-answers'
import { createAnswersRoutes } from '../console/answers/create-answers-routes'
import { createDraftParts } from '../console/answers/create-draft-parts'
import {
  createPublicationWorker,
  type PublicationWorker,
} from '../console/answers/create-publication-worker'
import type { ConsolePart } from '../console/console-part'
import { awaitFlows } from '../console/flows/await-flows'
import { createFlowsRoutes } from '../console/flows/create-flows-routes'
import { FLOW_KIND } from '../console/flows/flow-kind'
import type { AwaitingSource } from '../console/home/create-home-routes'
import { readFunnels } from '../console/numbers/read-funnels'
import { isTopicFile } from '../knowledge/load-knowledge'
import type { RehearsalRunner } from '../rehearsal/rehearsal-runner'
import { auditTable } from '../storage/audit-table'
import { draftTable } from '../storage/draft-table'
import type { Database } from '../storage/open-database'
import { revisionTable } from '../storage/revision-table'
import type { KeptContent } from './keep-content'
import { readReplayMaterial } from './read-replay-material'

/** The console's parts about what is written, entries and guides, wired. */
export type OpenAnswers = {
  parts: ConsolePart[]
  answers: Answers
  /** What waits for someone. */
  awaiting: AwaitingSource[]
  /** Publishes scheduled drafts, once it is started. */
  publications: PublicationWorker
}

/** What {@link openAnswers} needs. */
export type OpenAnswersOptions = {
  database: Database
  content: KeptContent
  runner: RehearsalRunner
  /** Folder of golden conversations. */
  conversations: string
  logger: Logger
  /** Epoch milliseconds. */
  now: () => number
}

/** Joins entries, guides, drafts, and what they are tried on. */
export function openAnswers(options: OpenAnswersOptions): OpenAnswers {
  const { database, content, runner, conversations, logger, now } = options
  const revisions = revisionTable(database)
  const material = { database, conversations, now }
  const use: AnswersOptions = {
    served: content.served,
    readFiles: revisions.readFiles,
    publishFile: content.publishFile,
    readHistory: revisions.readHistory,
    fileProblems: () => content.status().problems,
    drafts: draftTable(database.kysely),
    rehearse(task) {
      const { revision, content: served } = content.served()
      const read = async () => ({
        revision: revision.id,
        knowledge: served.knowledge,
        model: served.model,
        files: (await revisions.readFiles(revision.id)).filter(({ path }) => !isTopicFile(path)),
      })
      return runner.run({ revision: revision.id, read }, task)
    },
    readMaterial: (flow) => readReplayMaterial(material, flow),
    note: auditTable(database.kysely, now).note,
    now,
  }
  const answers = createAnswers(use)
  const flows = createDraftParts(use, FLOW_KIND)
  const guides = createFlowsRoutes({
    use,
    parts: flows,
    readFunnels: (flow, days) => readFunnels(database, flow, days),
  })
  return {
    answers,
    awaiting: [awaitAnswers(answers), awaitFlows(flows)],
    parts: [
      { name: 'answers', router: createAnswersRoutes(use, answers) },
      { name: 'flows', router: guides },
    ],
    publications: createPublicationWorker({
      drafts: use.drafts,
      publishDue: (draft) =>
        (FLOW_KIND.owns(draft.path) ? flows : answers).publisher.publishDue(draft),
      now,
      onFailure: (error) => logger.warn({ err: error }, 'scheduled drafts cannot be published now'),
    }),
  }
}
