/**
 * One request to a platform: a reply that needs three requests is three of these, so that a retry never
 * repeats a part that has already arrived.
 */
export type OutboundMessage = {
  /** Name of the channel that sends it. */
  channel: string
  /** The conversation it belongs to; messages of one conversation leave in the order of their ids. */
  conversation: string
  /** What the channel needs to send it, already within the platform's limits. Plain JSON. */
  payload: Record<string, unknown>
}

/** An {@link OutboundMessage} as it lies in the outbox. */
export type StoredMessage = OutboundMessage & {
  /** Place in the outbox: grows with every message, never used twice. */
  id: number
  /** How often sending has begun, this time included; 1 is the first try. */
  attempt: number
}

/** What a platform answered to a message that it took. */
export type SendReceipt = {
  /** The platform's id of the message, if it gave one; an echo is recognised by it. */
  platformMessageId?: string
}
