import type { Handover } from '../delivery/handover'
import type { InboundEvent } from '../delivery/inbound-event'

/** A call of a platform as it came over HTTP, before anything is believed. */
export type WebhookRequest = {
  method: 'GET' | 'POST'
  /** Query parameters; a repeated one has its last value. */
  query: Readonly<Record<string, string>>
  /** Header names in lower case. */
  headers: Readonly<Record<string, string | undefined>>
  /** The body's bytes exactly as received: signatures are computed over these. Empty for GET. */
  rawBody: Buffer
}

/** What is answered once the events are stored. A refusal has no events. */
export type WebhookResult = {
  status: number
  body: string
  events: InboundEvent[]
  /**
   * Messages of our own that the platform says it delivered (an echo): `outboxId` where the platform gives
   * our reference back, otherwise its own message id.
   */
  confirmations: Confirmation[]
  /** Conversations that staff took, write in, or gave back. */
  handovers: Handover[]
  /** What a person must look at, such as a warning of the platform: stable names, told in the log and counted. */
  alerts: string[]
  /** Counts for the metrics: why items were not turned into events, for example `echo` or `unknown_event`. */
  ignored: string[]
}

/** A platform's word that one of our messages arrived. */
export type Confirmation =
  /** The platform gave our reference back. */
  | { outboxId: number; platformMessageId?: string }
  /** It only shows the message itself, and may do so before it has answered the call that sent it. */
  | { conversation: string; platformMessageId: string; text: string }
