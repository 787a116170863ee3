import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { WebhookRequest } from '../webhook'
import type { MessengerSettings } from './messenger-settings'

/**
 * Whether a call comes from Meta. GET: the subscription's check with our verify token and a challenge of digits, so
 * that nothing else is ever echoed. POST: `X-Hub-Signature-256`, an HMAC over the body's bytes as received (Meta signs
 * an escaped form of the text, which serialising again would not give).
 *
 * Source: Meta Webhooks, "Verification requests" and "Validating payloads".
 */
export function verifyMessenger(request: WebhookRequest, settings: MessengerSettings): boolean {
  return request.method === 'GET'
    ? verifySubscription(request.query, settings.verifyToken)
    : verifySignature(request, settings.appSecrets)
}

function verifySubscription(query: WebhookRequest['query'], verifyToken: string): boolean {
  const token = query['hub.verify_token'] ?? ''
  return (
    query['hub.mode'] === 'subscribe' &&
    /^\d{1,40}$/.test(query['hub.challenge'] ?? '') &&
    timingSafeEqual(digest(token), digest(verifyToken))
  )
}

/** Makes texts of any length comparable in constant time. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function verifySignature(request: WebhookRequest, secrets: readonly string[]): boolean {
  const [, hex] = /^sha256=([0-9a-f]{64})$/.exec(request.headers['x-hub-signature-256'] ?? '') ?? []
  if (!hex) return false
  const signature = Buffer.from(hex, 'hex')
  return secrets.some((secret) =>
    timingSafeEqual(signature, createHmac('sha256', secret).update(request.rawBody).digest()),
  )
}
