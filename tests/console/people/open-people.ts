import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { createAuditRoutes } from '../../../src/console/audit/create-audit-routes'
import { createConsoleRoutes } from '../../../src/console/create-console-routes'
import { createAccountRoutes } from '../../../src/console/people/account-routes'
import { consoleCookies } from '../../../src/console/people/console-cookies'
import { createSessions } from '../../../src/console/people/create-sessions'
import { issueLink } from '../../../src/console/people/issue-link'
import { limitAttempts } from '../../../src/console/people/limit-attempts'
import { createLinkRoutes } from '../../../src/console/people/link-routes'
import { createPeopleRoutes } from '../../../src/console/people/people-routes'
import { createSessionRoutes } from '../../../src/console/people/session-routes'
import { createApp } from '../../../src/server/create-app'
import { listen } from '../../../src/server/listen'
import { createSeal } from '../../../src/storage/create-seal'
import type { Database } from '../../../src/storage/open-database'
import type { Role } from '../../../src/storage/role'
import { ConsoleClient, emailOf, PASSWORD, secretOf } from '../console-client'

/** The console's people alone, without the bot, by a clock that tests set. */
export type People = {
  url: string
  /** A one-time link for the first admin. */
  firstLink: string
  /** Of whom there is at first the admin. */
  admin: ConsoleClient
  /** Somebody who is not signed in, in a browser of their own. */
  stranger(): ConsoleClient
  /** Makes an account of this role and gives a browser that is signed in to it. */
  join(role: Role): Promise<ConsoleClient>
  /** What admins see of an account. */
  find(role: Role): Promise<{ id: number; state: string; hasTotp: boolean; hasLink: boolean }>
  /** Time passes. */
  wait(milliseconds: number): void
  now(): number
  close(): Promise<void>
}

/** Opens the people's parts of the console over a database. @param publicUrl with https, cookies are secure */
export async function openPeople(database: Database, publicUrl?: string): Promise<People> {
  let passed = 0
  const now = () => Date.now() + passed
  const cookies = consoleCookies(publicUrl?.startsWith('https:') ?? false)
  const sessions = createSessions({ database, cookies, now })
  const seal = createSeal([Buffer.alloc(32, 7)])
  const options = { database, seal, sessions, limits: limitAttempts(database, now), now }
  const parts = [
    { name: 'session', router: createSessionRoutes(options), isOpen: true },
    { name: 'link', router: createLinkRoutes(options), isOpen: true },
    { name: 'account', router: createAccountRoutes(options) },
    { name: 'people', router: createPeopleRoutes(options) },
    { name: 'audit', router: createAuditRoutes(options) },
  ]
  const routes = createConsoleRoutes({ parts, sessions, publicUrl })
  const server = await listen(createApp({ browsers: [routes] }, pino({ level: 'silent' })), 0)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server that listens

  const firstLink = await issueLink(database.kysely, { purpose: 'first', accountId: null }, now())
  const admin = new ConsoleClient(url)
  const first = { name: 'Quản Trị', email: emailOf('admin'), password: PASSWORD }
  await admin.ask('POST', '/link', { secret: secretOf(firstLink), ...first })
  return {
    url,
    firstLink,
    admin,
    stranger: () => new ConsoleClient(url),
    async join(role) {
      const person = { name: `Người ${role}`, email: emailOf(role), role }
      const { link } = await admin.ask('POST', '/people', person)
      const client = new ConsoleClient(url)
      await client.ask('POST', '/link', { secret: secretOf(link), password: PASSWORD })
      return client
    },
    async find(role) {
      const { people } = await admin.ask('GET', '/people')
      return people.find(({ email }: { email: string }) => email === emailOf(role))
    },
    wait(milliseconds) {
      passed += milliseconds
    },
    now,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
