import type { Decoded } from '../channel-adapter'
import { parseJson, pick, pickList, pickText } from '../untrusted-json'
import type { WebhookRequest } from '../webhook'
import { decodeItem } from './decode-item'

/**
 * Turns a verified call into activities: every item of every entry, since Meta may batch both. What is not a person
 * doing something is counted in `ignored` and answered with 200, so that Meta does not send it again.
 *
 * Source: Meta Webhooks for Messenger Platform, the event reference.
 */
export function decodeMessenger(request: WebhookRequest): Decoded {
  const decoded: Decoded = {
    status: 200,
    body: 'EVENT_RECEIVED',
    activities: [],
    confirmations: [],
    ignored: [],
  }
  if (request.method === 'GET') return { ...decoded, body: request.query['hub.challenge'] ?? '' }

  const call = parseJson(request.rawBody)
  if (call === undefined) {
    return { ...decoded, status: 400, body: 'not JSON', ignored: ['broken_json'] }
  }
  if (pickText(call, 'object') !== 'page') return { ...decoded, ignored: ['unknown_object'] }

  for (const entry of pickList(call, 'entry')) {
    for (const item of pickList(entry, 'messaging')) {
      const { activities = [], confirmation, ignored } = decodeItem(item, pick(entry, 'time'))
      decoded.activities.push(...activities)
      if (confirmation) decoded.confirmations.push(confirmation)
      if (ignored) decoded.ignored.push(ignored)
    }
    // In standby another app, usually the staff's inbox, has the conversation: we must not answer.
    decoded.ignored.push(...pickList(entry, 'standby').map(() => 'standby'))
    decoded.ignored.push(...pickList(entry, 'changes').map(() => 'page_change'))
  }
  return decoded
}
