import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import type { WebHub } from './web-hub'

/**
 * Tells open pages that there is something to read. The outbox row is the message itself: a page reads it by its id,
 * now or when it comes back, so that it arrives exactly once.
 */
export async function sendWeb(
  { id, conversation }: StoredMessage,
  hub: WebHub,
): Promise<SendReceipt> {
  hub.announce(conversation)
  return { platformMessageId: String(id) }
}
