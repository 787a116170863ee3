import type { Storage } from 'botbuilder-core'
import type { Bulletin } from '../knowledge/bulletin'
import type { ActiveFlow } from './chat-state'
import type { Content } from './content'
import type { PaceLimits } from './pace'

/** The effects a turn may have, all bound to its transaction: they happen together or not at all. */
export type TurnServices = {
  content: Content
  /** Official notices that were let out; of which the time is over, the turn finds by its own clock. */
  bulletins: readonly Bulletin[]
  /** The address of the site with the pages that links lead to, without a slash at the end. */
  site: string
  /** Epoch milliseconds. */
  now: number
  /** The most that one person may write; null where nobody is kept waiting, as in rehearsals. */
  limits: PaceLimits | null
  /** Where the Bot Framework keeps the conversation's state. */
  storage: Storage
  /** Versions of guides that people began, by content hash. */
  flowVersions: {
    read(hash: string): Promise<{ definition: unknown } | null>
    save(version: { hash: string; flowId: string; definition: unknown }): Promise<void>
  }
  /** Short codes that people type. */
  codes: {
    /** The ref of the link that a code stands for; null where it stands for none. */
    findRef(code: string): Promise<string | null>
    /** Keeps where someone is in their guides, the outermost first, for a day; gives the code that takes it up, once. */
    carry(guides: readonly ActiveFlow[]): Promise<string>
    /** What was kept under a code; null where there is nothing, `too_many` where too many codes were guessed. */
    take(code: string): Promise<ActiveFlow[] | 'too_many' | null>
  }
  /** Forgets whatever is kept of this conversation, but for its state, which is the turn's own to clear; gives the receipt. */
  erase(): Promise<{ code: string; counts: { messages: number; replies: number } }>
}
