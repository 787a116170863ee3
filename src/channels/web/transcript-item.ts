import type { InboundEvent } from '../../delivery/inbound-event'
import type { StoredMessage } from '../../delivery/outbound-message'
import type { Reply } from '../reply'

/** One message of a conversation as the page shows it. */
export type TranscriptItem = Reply & {
  /** The bot's: its place in the outbox, in digits. The person's: the id that the page gave it. */
  id: string
  from: 'person' | 'bot'
}

/** An outbox row as the page shows it. */
export function toBotItem({ id, payload }: Pick<StoredMessage, 'id' | 'payload'>): TranscriptItem {
  // Rows of the web channel hold what `renderWeb` made.
  const { text, buttons } = payload as Reply
  return { id: String(id), from: 'bot', text, buttons }
}

/** An inbox row as the page shows it; null for what a person did without saying anything (opened the chat). */
export function toPersonItem({
  eventId,
  activity,
}: Pick<InboundEvent, 'eventId' | 'activity'>): TranscriptItem | null {
  const { type, text } = activity
  if (type !== 'message' || typeof text !== 'string') return null
  return { id: eventId.slice(eventId.indexOf(':') + 1), from: 'person', text, buttons: [] }
}
