import { createHmac } from 'node:crypto'
import type { MessengerCall } from './messenger-platform'
import type { WebhookCall } from './webhook-call'

/** The page of the webhooks below. */
export const PAGE = '1000001'

const OWN_APP = '700000000000001'
const PAGE_INBOX = '263902037430900'

/** Who did something, and when; every part has a default. */
type Origin = { person?: string; timestamp?: number }

/** JSON as Meta writes and signs it: everything that is not ASCII, and a few signs more, escaped. */
export function toMetaJson(value: unknown): string {
  const toEscape = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/</g, '\\u003C')
    .replace(/[%@]|[^\0-\x7e]/g, toEscape)
}

/** The value of `X-Hub-Signature-256`. */
export function signMessenger(rawBody: Buffer | string, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(rawBody).digest('hex')}`
}

/** A signed call with a body of any kind, JSON or not. */
export function messengerCall(body: string, appSecret: string): WebhookCall {
  const rawBody = Buffer.from(body)
  const signature = signMessenger(rawBody, appSecret)
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature }
  return { rawBody, headers }
}

/** A signed call with one entry of these items. */
export function messengerWebhook(items: unknown[], appSecret: string): WebhookCall {
  const entry = [{ id: PAGE, time: 1790000000000, messaging: items }]
  return messengerCall(toMetaJson({ object: 'page', entry }), appSecret)
}

/** An item: a typed message. */
export function messengerText(text: string, { mid, ...origin }: Origin & { mid: string }) {
  return { ...toOrigin(origin), message: { mid, text } }
}

/** An item: a tap on a button, Get Started or the menu. */
export function messengerPostback(
  postback: { title: string; payload: string; referral?: object },
  { mid, ...origin }: Origin & { mid: string },
) {
  return { ...toOrigin(origin), postback: { mid, ...postback } }
}

/** An item: a link opened a conversation that was there already. */
export function messengerReferral(referral: object, origin: Origin) {
  return { ...toOrigin(origin), referral }
}

/** An item: the inbox takes a conversation from us, or passes it back. */
export function messengerThreadControl(kind: 'take' | 'pass', origin: Origin) {
  const [previous_owner_app_id, new_owner_app_id] =
    kind === 'take' ? [OWN_APP, PAGE_INBOX] : [PAGE_INBOX, OWN_APP]
  const control = { previous_owner_app_id, new_owner_app_id, metadata: '' }
  return { ...toOrigin(origin), [`${kind}_thread_control`]: control }
}

/** An item: the echo of what a person of the staff wrote in the page's inbox. */
export function messengerStaffEcho(origin: Origin) {
  const { sender, recipient, timestamp } = toOrigin(origin)
  const message = { is_echo: true, app_id: Number(PAGE_INBOX), mid: 'm_staff', text: 'Em là Lan ạ' }
  return { sender: recipient, recipient: sender, timestamp, message }
}

/** An item: the echo that follows a call of the Send API. */
export function messengerEcho({ messageId, receivedAt, body }: MessengerCall) {
  return {
    sender: { id: PAGE },
    recipient: body.recipient,
    timestamp: receivedAt,
    message: {
      ...(body.message as object),
      is_echo: true,
      app_id: Number(OWN_APP),
      mid: messageId,
    },
  }
}

function toOrigin({ person = '2000002', timestamp = 1789999999500 }: Origin) {
  return { sender: { id: person }, recipient: { id: PAGE }, timestamp }
}
