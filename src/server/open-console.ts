import type { Router } from 'express'
import { awaitAnswers } from '../console/answers/await-answers'
import type { PublicationWorker } from '../console/answers/create-publication-worker'
import type { ConsolePart } from '../console/console-part'
import { createConsoleRoutes } from '../console/create-console-routes'
import { createHomeRoutes } from '../console/home/create-home-routes'
import { type ConsoleRoute, listRoutes } from '../console/list-routes'
import { createNumbersRoutes } from '../console/numbers/create-numbers-routes'
import { createAccountRoutes } from '../console/people/account-routes'
import { consoleCookies } from '../console/people/console-cookies'
import { createSessions } from '../console/people/create-sessions'
import { issueLink } from '../console/people/issue-link'
import { limitAttempts } from '../console/people/limit-attempts'
import { createLinkRoutes } from '../console/people/link-routes'
import { createPeopleRoutes } from '../console/people/people-routes'
import { createSessionRoutes } from '../console/people/session-routes'
import { createQuestionTarget } from '../console/unanswered/create-question-target'
import { createUnansweredRoutes } from '../console/unanswered/create-unanswered-routes'
import { createWaitingRoutes } from '../console/waiting/create-waiting-routes'
import type { WaitingOptions } from '../console/waiting/waiting-options'
import { accountTable } from '../storage/account-table'
import type { Seal } from '../storage/create-seal'
import { helpRequestTable } from '../storage/help-request-table'
import type { Database } from '../storage/open-database'
import { revisionTable } from '../storage/revision-table'
import { type OpenAnswersOptions, openAnswers } from './open-answers'

/** The communications team's console, wired. */
export type Console = {
  router: Router
  /** Every call that it has, and who may make it. */
  routes: ConsoleRoute[]
  /** Publishes what is scheduled, once it is started. */
  publications: PublicationWorker
  /** The path by which the first admin is made, as long as there is nobody. */
  firstLink: string | null
}

/** What {@link openConsole} needs. */
export type ConsoleOptions = {
  database: Database
  answers: Omit<OpenAnswersOptions, 'database' | 'now'>
  seal: Seal
  publicUrl: string | undefined
  /** Whether the site is reached by https. */
  secureCookie: boolean
  /** The channels that are on, by their names. */
  channels: WaitingOptions['channels']
  /** Called when messages have come to lie in the outbox. */
  onReplies(): void
  /** Epoch milliseconds. */
  now: () => number
}

/** Joins the console's parts: a new one is a line in this list. */
export async function openConsole(options: ConsoleOptions): Promise<Console> {
  const { database, seal, publicUrl, secureCookie, channels, onReplies, now } = options
  const { kysely } = database
  const content = () => options.answers.content.served().content
  const sessions = createSessions({ database, cookies: consoleCookies(secureCookie), now })
  const people = { database, seal, sessions, limits: limitAttempts(database, now), now }
  const toWaitingNotice = async () => {
    const count = await helpRequestTable(kysely).countWaiting()
    return [{ text: 'người đang chờ gặp cán bộ', count, to: '/waiting', isUrgent: true }]
  }
  const answers = openAnswers({ ...options.answers, database, now })
  const parts: ConsolePart[] = [
    { name: 'session', router: createSessionRoutes(people), isOpen: true },
    { name: 'link', router: createLinkRoutes(people), isOpen: true },
    { name: 'account', router: createAccountRoutes(people) },
    { name: 'people', router: createPeopleRoutes(people) },
    {
      name: 'home',
      router: createHomeRoutes({ sources: [toWaitingNotice, awaitAnswers(answers.answers)] }),
    },
    {
      name: 'unanswered',
      router: createUnansweredRoutes({
        database,
        content,
        target: createQuestionTarget(answers.answers, {
          ...options.answers.content,
          readFiles: revisionTable(database).readFiles,
        }),
        now,
      }),
    },
    {
      name: 'numbers',
      router: createNumbersRoutes({ database, content, channels: [...channels.keys()], now }),
    },
    {
      name: 'waiting',
      router: createWaitingRoutes({
        database,
        channels,
        texts: () => content().knowledge.messages,
        settings: () => content().knowledge.settings,
        onReplies,
        now,
      }),
    },
    { name: 'answers', router: answers.router },
  ]
  const isEmpty = await accountTable(database.kysely).isEmpty()
  return {
    router: createConsoleRoutes({ parts, sessions, publicUrl }),
    routes: listRoutes(parts),
    publications: answers.publications,
    firstLink: isEmpty
      ? await issueLink(database.kysely, { purpose: 'first', accountId: null }, now())
      : null,
  }
}
