import { messengerText, messengerWebhook } from '../stand-ins/messenger-webhooks'
import type { WebhookCall } from '../stand-ins/webhook-call'
import { zaloText, zaloWebhook } from '../stand-ins/zalo-webhooks'
import { SECRETS } from './start-program'

/** What a person writes. */
export type Said = { id: string; person: string; text: string; timestamp: number }

/** A platform as a crowd of people needs it. */
export type CrowdPlatform = {
  channel: 'messenger' | 'zalo'
  /** The calls by which the platform brings these messages: all in one, or one each. */
  toCalls(said: readonly Said[]): WebhookCall[]
  /** To whom a message was sent that arrived, and by what it is told from that person's others. */
  readArrival(body: Record<string, unknown>): { person: string; mark: string }
  /** The same of a row of the outbox. */
  readRow(row: { id: number; payload: Record<string, unknown> }): { person: string; mark: string }
}

type MessengerBody = { recipient: { id: string }; message: { metadata: string } }
type ZaloBody = { recipient: { user_id: string }; message: { text: string } }

/** Our outbox id travels with each message. */
export const messengerCrowd: CrowdPlatform = {
  channel: 'messenger',
  toCalls: (said) => [
    messengerWebhook(
      said.map(({ id, text, ...origin }) => messengerText(text, { mid: id, ...origin })),
      SECRETS.appSecret,
    ),
  ],
  readArrival(body) {
    const { recipient, message } = body as MessengerBody // the stand-in takes no other
    return { person: recipient.id, mark: message.metadata }
  },
  readRow({ id, payload }) {
    const { recipient } = payload as Pick<MessengerBody, 'recipient'> // by renderMessenger
    return { person: recipient.id, mark: `loa:${id}` }
  },
}

/** Nothing of ours travels along: the words tell the steps of a guide apart. */
export const zaloCrowd: CrowdPlatform = {
  channel: 'zalo',
  toCalls: (said) =>
    said.map(({ id, text, person, timestamp }) =>
      zaloWebhook(zaloText(text, { msgId: id, person, timestamp: String(timestamp) }), SECRETS),
    ),
  readArrival(body) {
    const { recipient, message } = body as ZaloBody // the stand-in takes no other
    return { person: recipient.user_id, mark: message.text }
  },
  readRow({ payload }) {
    const { request } = payload as { request: ZaloBody } // by renderZalo
    return { person: request.recipient.user_id, mark: request.message.text }
  },
}
