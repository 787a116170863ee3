/** A Bot Framework activity as it is stored: plain JSON that delivery moves and never reads. */
export type StoredActivity = Record<string, unknown>

/** Something a person did on a platform, ready to be stored: personal numbers are already masked. */
export type InboundEvent = {
  /** Name of the channel that received it, for example `messenger`. */
  channel: string
  /**
   * The platform's own id of this event, unique within the channel. A second event with the same id is
   * the same event delivered again, and is dropped.
   */
  eventId: string
  /** Whose conversation it belongs to, unique over all channels: `<channel>:<account>:<person>`. */
  conversation: string
  /** When it happened by the platform's clock, in epoch milliseconds. Orders what waits together. */
  occurredAt: number
  activity: StoredActivity
}
