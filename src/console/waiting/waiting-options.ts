import type { OutboundMessage } from '../../delivery/outbound-message'
import type { Messages } from '../../knowledge/messages'
import type { Settings } from '../../knowledge/settings'
import type { Database } from '../../storage/open-database'

/** What of a channel is needed to speak on it. */
export type SpokenChannel = {
  /** How long after a person's last word the platform takes messages, in milliseconds; without, it always does. */
  readonly replyWindowMs?: number
  /** Turns a text into the platform's requests, cut by its limits. */
  toMessages(
    said: { type: 'message'; text: string }[],
    to: { conversation: string; person: string },
  ): OutboundMessage[]
}

/** What the part of the people who wait works with. */
export type WaitingOptions = {
  database: Database
  channels: ReadonlyMap<string, SpokenChannel>
  texts: () => Pick<Messages, 'staff'>
  settings: () => Pick<Settings, 'allowed_domains' | 'staff'>
  /** Called when messages have come to lie in the outbox. */
  onReplies(): void
  /** Epoch milliseconds. */
  now: () => number
}
