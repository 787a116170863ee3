import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import { pick, pickText } from '../untrusted-json'
import { callGraph, readGraphAnswer } from './graph-api'
import { MESSENGER_SENT_ALL_THE_SAME } from './messenger-errors'
import type { MessengerSettings } from './messenger-settings'
import { toMetadata } from './metadata'

/**
 * Sends one rendered message by the Send API, marked with its outbox id so that the echo can be matched: Meta has no
 * idempotency key.
 *
 * @throws SendError with the policy of Meta's error code
 */
export async function sendMessenger(
  message: StoredMessage,
  settings: MessengerSettings,
): Promise<SendReceipt> {
  const content = pick(message.payload, 'message') as Record<string, unknown> // by renderMessenger
  const body = { ...message.payload, message: { ...content, metadata: toMetadata(message.id) } }
  const answer = await callGraph({ method: 'POST', path: 'messages', body }, settings)
  const taken = readGraphAnswer(answer, (key) => key === MESSENGER_SENT_ALL_THE_SAME)
  const platformMessageId = pickText(taken, 'message_id')
  return platformMessageId ? { platformMessageId } : {}
}
