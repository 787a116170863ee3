import type { WebhookCall } from './webhook-call'

/** Whom the messages below are from. */
export const PERSON = '6ede9afa66b88fe6aa01'

/** A call with a body of any kind, JSON or not, and the secret that `setWebhook` was given. */
export function zaloBotCall(body: string, secret: string): WebhookCall {
  return {
    rawBody: Buffer.from(body),
    headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': secret },
  }
}

/** A call with an update, wrapped as the documents have it. */
export function zaloBotWebhook(update: unknown, secret: string): WebhookCall {
  return zaloBotCall(JSON.stringify({ ok: true, result: update }), secret)
}

/** An update: what a person sent, by default in a conversation with the bot alone. */
export function zaloBotUpdate(kind: string, message: Record<string, unknown>) {
  return {
    event_name: `message.${kind}.received`,
    message: {
      from: { id: PERSON, display_name: 'Ted', is_bot: false },
      chat: { id: PERSON, chat_type: 'PRIVATE' },
      message_id: '2d758cb5e222177aaa01',
      date: 1760000000123,
      ...message,
    },
  }
}
