import type { Content } from '../../bot/content'
import type { Bulletin } from '../../knowledge/bulletin'
import type { Database } from '../../storage/open-database'

/** What the urgent corrections' part of the console works with. */
export type UrgentOptions = {
  database: Database
  content(): Content
  /** The notices that are out in this process. */
  current(): readonly Bulletin[]
  /** Called when one was let out or ended; others are told by the database. */
  onChange(): Promise<void>
  /** Epoch milliseconds. */
  now(): number
}
