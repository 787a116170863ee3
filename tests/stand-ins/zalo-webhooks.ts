import { createHash } from 'node:crypto'
import type { WebhookCall } from './webhook-call'
import type { ZaloCall } from './zalo-platform'

/** The official account of the webhooks below. */
export const OA = '3000000000000000003'

/** Who signs. */
export type ZaloSigner = { appId: string; oaSecret: string }

/** Which message, who wrote it or is written to, and when; person and time have defaults. */
type Origin = { msgId: string; person?: string; timestamp?: string }

/** The value of `X-ZEvent-Signature`. */
export function signZalo(
  rawBody: Buffer | string,
  { appId, oaSecret, timestamp }: ZaloSigner & { timestamp: string },
): string {
  const hash = createHash('sha256').update(appId).update(rawBody).update(timestamp)
  return `mac=${hash.update(oaSecret).digest('hex')}`
}

/** A signed call with a body of any kind, JSON or not. */
export function zaloCall(body: string, signer: ZaloSigner & { timestamp: string }): WebhookCall {
  const rawBody = Buffer.from(body)
  const signature = signZalo(rawBody, signer)
  return {
    rawBody,
    headers: { 'content-type': 'application/json', 'x-zevent-signature': signature },
  }
}

/** A signed call with an event; the app's id and a timestamp are added where the event has none. */
export function zaloWebhook(event: Record<string, unknown>, signer: ZaloSigner): WebhookCall {
  const body = { app_id: signer.appId, timestamp: '1760000000123', ...event }
  return zaloCall(JSON.stringify(body), { ...signer, timestamp: String(body.timestamp) })
}

/** An event: a typed message, or what a tapped button sends. */
export function zaloText(text: string, origin: Origin) {
  const { person, rest } = toMessage(text, origin)
  return { event_name: 'user_send_text', sender: person, recipient: { id: OA }, ...rest }
}

/** An event: the echo that follows a message which the account sent by the API. */
export function zaloEcho({ messageId, receivedAt, body, oaId }: ZaloCall) {
  const { user_id } = body.recipient as { user_id: string }
  const { text, attachment } = body.message as { text: string; attachment?: unknown }
  const payload = { zinstant_id: 'z1', text, link_url: '', checksum: 'c' }
  const structured = { attachments: [{ type: 'template', payload }] }
  return {
    event_name: attachment ? 'oa_send_template' : 'oa_send_text',
    sender: { id: oaId },
    recipient: { id: user_id },
    message: { ...(attachment ? structured : { text }), msg_id: messageId },
    timestamp: String(receivedAt),
  }
}

/** An event: a message that a person of the staff typed in the account's own inbox. */
export function zaloStaffText(text: string, origin: Origin) {
  const { person, rest } = toMessage(text, origin)
  const sender = { id: OA, admin_id: '5000000000000000005' }
  return { event_name: 'oa_send_text', sender, recipient: person, ...rest }
}

/** What an event of a text says whichever way it goes: the person, and everything but who sent it to whom. */
function toMessage(
  text: string,
  { msgId, person = '2000000000000000002', timestamp = '1760000000123' }: Origin,
) {
  const message = { text, msg_id: msgId }
  return {
    person: { id: person },
    rest: { user_id_by_app: '4000000000000000004', message, timestamp },
  }
}
