import type { Decoded, DecodedHandover } from '../channel-adapter'
import { parseJson, pick, pickList, pickText } from '../untrusted-json'
import type { WebhookRequest } from '../webhook'
import { decodeItem } from './decode-item'

/**
 * Turns a verified call into activities, and into word of who has a conversation: every item of every entry, since Meta may batch both. What is not a person
 * doing something is counted in `ignored` and answered with 200, so that Meta does not send it again.
 *
 * @param ownAppId our app's id, where it is set
 *
 * Source: Meta Webhooks for Messenger Platform, the event reference.
 */
export function decodeMessenger(request: WebhookRequest, ownAppId?: string): Decoded {
  const handovers: DecodedHandover[] = []
  const alerts: string[] = []
  const decoded: Decoded = {
    status: 200,
    body: 'EVENT_RECEIVED',
    activities: [],
    confirmations: [],
    handovers,
    alerts,
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
      const found = decodeItem(item, { entryTime: pick(entry, 'time'), ownAppId })
      decoded.activities.push(...(found.activities ?? []))
      if (found.confirmation) decoded.confirmations.push(found.confirmation)
      if (found.handover) handovers.push(found.handover)
      if (found.alert) alerts.push(found.alert)
      if (found.ignored) decoded.ignored.push(found.ignored)
    }
    // In standby another app, usually the staff's inbox, has the conversation: it answers, and keeps what is said.
    // Nothing need be remembered of that: once the conversation is ours again its items come in `messaging`.
    decoded.ignored.push(...pickList(entry, 'standby').map(() => 'standby'))
    decoded.ignored.push(...pickList(entry, 'changes').map(() => 'page_change'))
  }
  return decoded
}
