import { createHash, timingSafeEqual } from 'node:crypto'
import type { WebhookRequest } from '../webhook'
import type { ZaloBotSettings } from './zalo-bot-settings'

/**
 * Whether a call comes from the platform: `X-Bot-Api-Secret-Token` is the secret that `setWebhook` was given. The body
 * is not signed.
 *
 * Source: Zalo Bot Platform, "Webhook".
 */
export function verifyZaloBot(
  { headers }: WebhookRequest,
  { secret }: Pick<ZaloBotSettings, 'secret'>,
): boolean {
  return timingSafeEqual(digest(headers['x-bot-api-secret-token'] ?? ''), digest(secret))
}

/** Makes texts of any length comparable in constant time. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
