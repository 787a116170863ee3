import type { Draft } from '../load-knowledge'
import type { Problem } from '../problem'
import type { PublishedIds } from '../published-ids'

/** What the knowledge is checked with. */
export type CheckInput = {
  draft: Draft
  /** Ids of the guided dialogs that exist. */
  flowIds: ReadonlySet<string>
  /** Ids that people may have links to. */
  published: PublishedIds
  /** What each channel takes, by its name; `textLength` in characters of one message. */
  channels: Readonly<Record<string, { textLength: number }>>
  /** Today in Hanoi, `2026-11-24`. */
  today: string
}

/** One thing that is checked: gives every problem it finds, or none. */
export type Check = (input: CheckInput) => Problem[]
