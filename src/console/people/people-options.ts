import type { Seal } from '../../storage/create-seal'
import type { Database } from '../../storage/open-database'
import type { Sessions } from './create-sessions'
import type { AttemptLimits } from './limit-attempts'

/** What the routes of accounts and sign-in need from outside. */
export type PeopleOptions = {
  database: Database
  /** Keeps the secrets of authenticator apps unreadable in the database. */
  seal: Seal
  sessions: Sessions
  limits: AttemptLimits
  /** Epoch milliseconds. */
  now: () => number
}
