import type { WebhookRequest } from '../../src/channels/webhook'
import type { WebhookCall } from '../stand-ins/webhook-call'

/** A webhook call as the server hands it to a channel. */
export function toRequest({ rawBody, headers }: WebhookCall): WebhookRequest {
  return { method: 'POST', query: {}, headers, rawBody }
}
