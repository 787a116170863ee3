import type { Storage } from 'botbuilder-core'
import type { Content } from './content'

/** The effects a turn may have, all bound to its transaction: they happen together or not at all. */
export type TurnServices = {
  content: Content
  /** The address of the site with the pages that links lead to, without a slash at the end. */
  site: string
  /** Epoch milliseconds. */
  now: number
  /** Where the Bot Framework keeps the conversation's state. */
  storage: Storage
  /** Versions of guides that people began, by content hash. */
  flowVersions: {
    read(hash: string): Promise<{ definition: unknown } | null>
    save(version: { hash: string; flowId: string; definition: unknown }): Promise<void>
  }
  /** Forgets what the person wrote and was told. Their state is the turn's own to clear. */
  erase(conversation: string): Promise<void>
}
