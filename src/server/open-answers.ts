import type { Router } from 'express'
import type { Logger } from 'pino'
import type { AnswersOptions } from '../console/answers/answers-options'
import { type Answers, createAnswers } from '../console/answers/create-answers'
import { createAnswersRoutes } from '../console/answers/create-answers-routes'
import {
  createPublicationWorker,
  type PublicationWorker,
} from '../console/answers/create-publication-worker'
import { isTopicFile } from '../knowledge/load-knowledge'
import type { RehearsalRunner } from '../rehearsal/rehearsal-runner'
import { auditTable } from '../storage/audit-table'
import { draftTable } from '../storage/draft-table'
import type { Database } from '../storage/open-database'
import { revisionTable } from '../storage/revision-table'
import type { KeptContent } from './keep-content'
import { readReplayMaterial } from './read-replay-material'

/** The entries' part of the console, wired. */
export type OpenAnswers = {
  router: Router
  answers: Answers
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

/** Joins entries, drafts, and what they are tried on. */
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
  return {
    answers,
    router: createAnswersRoutes(use, answers),
    publications: createPublicationWorker({
      drafts: use.drafts,
      publisher: answers.publisher,
      now,
      onFailure: (error) => logger.warn({ err: error }, 'scheduled drafts cannot be published now'),
    }),
  }
}
