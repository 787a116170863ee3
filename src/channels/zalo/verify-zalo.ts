import { createHash, timingSafeEqual } from 'node:crypto'
import { parseJson, pickText } from '../untrusted-json'
import type { WebhookRequest } from '../webhook'
import type { ZaloSettings } from './zalo-settings'

/**
 * Whether a call comes from Zalo: `X-ZEvent-Signature` is the SHA-256 (no HMAC) of app id, the body's bytes as
 * received, the body's timestamp and the OA's secret, after `mac=`, which the documents also print with blanks.
 *
 * What needs no proof passes, because `decode` finds nothing in it: a GET, which only asks whether the address is
 * there, and a body that is no JSON and so names no timestamp to sign with; that is answered with 400.
 *
 * There is no limit on the timestamp's age: Zalo repeats a call for two hours with the same one.
 */
export function verifyZalo(
  request: WebhookRequest,
  settings: Pick<ZaloSettings, 'appId' | 'oaSecrets'>,
): boolean {
  if (request.method === 'GET') return true
  const body = parseJson(request.rawBody)
  if (body === undefined) return true
  const [, hex] =
    /^\s*(?:mac\s*=)?\s*([0-9a-f]{64})\s*$/i.exec(request.headers['x-zevent-signature'] ?? '') ?? []
  if (!hex || pickText(body, 'app_id') !== settings.appId) return false
  const signed = createHash('sha256')
    .update(settings.appId)
    .update(request.rawBody)
    .update(pickText(body, 'timestamp'))
  return settings.oaSecrets.some((secret) =>
    timingSafeEqual(Buffer.from(hex, 'hex'), signed.copy().update(secret).digest()),
  )
}
