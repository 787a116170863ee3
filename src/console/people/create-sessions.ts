import type { Request, RequestHandler, Response } from 'express'
import { type Account, accountTable } from '../../storage/account-table'
import type { Database } from '../../storage/open-database'
import { sessionTable } from '../../storage/session-table'
import type { ConsoleCookies } from './console-cookies'
import { createSecret, hashSecret } from './secret'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Without a request for so long somebody has to sign in again: a lunch, a meeting, not a night. */
const IDLE_MS = 4 * 60 * MINUTE_MS
/** And after this in any case. */
const LIFE_MS = DAY_MS
/** A browser that was not used to sign in for so long is a stranger again. */
const DEVICE_MS = 180 * DAY_MS

/** Who is signed in, by their cookie. Shared by all processes through the database. */
export type Sessions = {
  /** Middleware: puts who asks into `response.locals.account`, null where nobody is signed in. */
  read: RequestHandler
  /** Signs in: with a new secret, whatever the browser had before, so that nobody can plant one. */
  start(request: Request, response: Response, account: Account): Promise<void>
  /** Signs out in this browser. */
  end(request: Request, response: Response): Promise<void>
  /** Signs out everywhere else. */
  endOthers(request: Request, account: Account): Promise<void>
  /** Of the browser, where this account has signed in with it before; undefined for others. */
  knownDevice(request: Request, accountId: number): Promise<string | undefined>
}

/** See {@link Sessions}. @param options.now epoch milliseconds */
export function createSessions({
  database: { kysely },
  cookies,
  now,
}: {
  database: Database
  cookies: ConsoleCookies
  now: () => number
}): Sessions {
  const sessions = sessionTable(kysely)
  const accounts = accountTable(kysely)
  const hashOf = (request: Request, name: 'session' | 'device') => {
    const secret = cookies.read(request, name)
    return secret === undefined ? undefined : hashSecret(secret)
  }

  async function find(request: Request): Promise<Account | null> {
    const hash = hashOf(request, 'session')
    const session = hash === undefined ? null : await sessions.find(hash)
    if (hash === undefined || !session) return null
    const time = now()
    if (time - session.seenAt > IDLE_MS || time - session.createdAt > LIFE_MS) {
      await sessions.end(hash)
      return null
    }
    if (time - session.seenAt > MINUTE_MS) await sessions.touch(hash, time)
    const account = await accounts.find(session.accountId)
    if (!account || account.lockedAt !== null) return null
    const { id, name, email, role } = account
    return { id, name, email, role }
  }

  async function knownDevice(request: Request, accountId: number): Promise<string | undefined> {
    const hash = hashOf(request, 'device')
    if (hash === undefined) return undefined
    return (await sessions.isKnownDevice(hash, accountId, now() - DEVICE_MS)) ? hash : undefined
  }

  async function end(request: Request): Promise<void> {
    const hash = hashOf(request, 'session')
    if (hash !== undefined) await sessions.end(hash)
  }

  return {
    knownDevice,

    async read(request, response, next) {
      response.locals.account = await find(request)
      next()
    },

    async start(request, response, { id }) {
      const time = now()
      await end(request)
      await sessions.removeOld({ seenBefore: time - IDLE_MS, createdBefore: time - LIFE_MS })
      await sessions.removeOldDevices(time - DEVICE_MS)
      const secret = createSecret()
      await sessions.create(hashSecret(secret), id, time)
      cookies.write(response, 'session', secret)
      if ((await knownDevice(request, id)) === undefined) {
        const device = createSecret()
        await sessions.rememberDevice(hashSecret(device), id, time)
        cookies.write(response, 'device', device, DEVICE_MS)
      }
    },

    async end(request, response) {
      await end(request)
      cookies.clear(response, 'session')
    },

    endOthers: (request, { id }) => sessions.endAll(id, hashOf(request, 'session')),
  }
}
