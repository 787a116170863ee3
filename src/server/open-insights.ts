import type { Content } from '../bot/content'
import type { Answers } from '../console/answers/create-answers'
import type { ConsolePart } from '../console/console-part'
import type { AwaitingSource } from '../console/home/create-home-routes'
import { createNumbersRoutes } from '../console/numbers/create-numbers-routes'
import { createQuestionTarget } from '../console/unanswered/create-question-target'
import { createUnansweredRoutes } from '../console/unanswered/create-unanswered-routes'
import { createWaitingRoutes } from '../console/waiting/create-waiting-routes'
import type { WaitingOptions } from '../console/waiting/waiting-options'
import { helpRequestTable } from '../storage/help-request-table'
import type { Database } from '../storage/open-database'
import { revisionTable } from '../storage/revision-table'
import type { KeptContent } from './keep-content'

/** The console's parts about what people asked, wired. */
export type OpenInsights = { parts: ConsolePart[]; awaitPeople: AwaitingSource }

/** Joins unanswered questions, numbers, and people who wait for a person. */
export function openInsights(options: {
  database: Database
  kept: KeptContent
  answers: Answers
  /** The channels that are on, by their names. */
  channels: WaitingOptions['channels']
  /** Called when messages have come to lie in the outbox. */
  onReplies(): void
  /** Epoch milliseconds. */
  now: () => number
}): OpenInsights {
  const { database, kept, answers, channels, onReplies, now } = options
  const content = (): Content => kept.served().content
  const { readFiles } = revisionTable(database)
  const target = createQuestionTarget(answers, { ...kept, readFiles })
  const waiting = createWaitingRoutes({
    database,
    channels,
    texts: () => content().knowledge.messages,
    settings: () => content().knowledge.settings,
    onReplies,
    now,
  })
  return {
    parts: [
      {
        name: 'unanswered',
        router: createUnansweredRoutes({ database, content, target, now }),
      },
      {
        name: 'numbers',
        router: createNumbersRoutes({ database, content, channels: [...channels.keys()], now }),
      },
      { name: 'waiting', router: waiting },
    ],
    async awaitPeople() {
      const count = await helpRequestTable(database.kysely).countWaiting()
      return [{ text: 'người đang chờ gặp cán bộ', count, to: '/waiting', isUrgent: true }]
    },
  }
}
