import type { Router } from 'express'
import type { PublicationWorker } from '../console/answers/create-publication-worker'
import { createAuditRoutes } from '../console/audit/create-audit-routes'
import type { ConsolePart } from '../console/console-part'
import { createConsoleRoutes } from '../console/create-console-routes'
import { createHomeRoutes } from '../console/home/create-home-routes'
import { type ConsoleRoute, listRoutes } from '../console/list-routes'
import { createAccountRoutes } from '../console/people/account-routes'
import { consoleCookies } from '../console/people/console-cookies'
import { createSessions } from '../console/people/create-sessions'
import { issueLink } from '../console/people/issue-link'
import { limitAttempts } from '../console/people/limit-attempts'
import { createLinkRoutes } from '../console/people/link-routes'
import { createPeopleRoutes } from '../console/people/people-routes'
import { createSessionRoutes } from '../console/people/session-routes'
import { awaitBulletins } from '../console/urgent/await-bulletins'
import { createUrgentRoutes } from '../console/urgent/create-urgent-routes'
import type { WaitingOptions } from '../console/waiting/waiting-options'
import { accountTable } from '../storage/account-table'
import type { Seal } from '../storage/create-seal'
import type { Database } from '../storage/open-database'
import type { KeptBulletins } from './keep-bulletins'
import { type OpenAnswersOptions, openAnswers } from './open-answers'
import { openInsights } from './open-insights'
import { openLaws } from './open-laws'

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
  bulletins: Pick<KeptBulletins, 'current' | 'look'>
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
  const sessions = createSessions({ database, cookies: consoleCookies(secureCookie), now })
  const people = { database, seal, sessions, limits: limitAttempts(database, now), now }
  const answers = openAnswers({ ...options.answers, database, now })
  const insights = openInsights({
    database,
    kept: options.answers.content,
    answers: answers.answers,
    channels,
    onReplies,
    now,
  })
  const laws = openLaws({
    database,
    kept: options.answers.content,
    answers: answers.answers,
    publicUrl,
    now,
  })
  const { bulletins } = options
  const urgent = {
    database,
    content: () => options.answers.content.current(),
    current: bulletins.current,
    onChange: bulletins.look,
    now,
  }
  const parts: ConsolePart[] = [
    { name: 'session', router: createSessionRoutes(people), isOpen: true },
    { name: 'link', router: createLinkRoutes(people), isOpen: true },
    { name: 'account', router: createAccountRoutes(people) },
    { name: 'people', router: createPeopleRoutes(people) },
    { name: 'audit', router: createAuditRoutes({ database, now }) },
    { name: 'urgent', router: createUrgentRoutes(urgent) },
    ...answers.parts,
    ...insights.parts,
    laws.part,
    {
      name: 'home',
      router: createHomeRoutes({
        sources: [
          awaitBulletins(urgent),
          insights.awaitPeople,
          ...answers.awaiting,
          laws.awaitReviews,
        ],
      }),
    },
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
