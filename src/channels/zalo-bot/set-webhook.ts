import { pick, pickText } from '../untrusted-json'
import { callZaloBot } from './call-zalo-bot'
import type { ZaloBotSettings } from './zalo-bot-settings'

/**
 * Tells the platform where to send what people write to the bot, and with which secret. From then on `getUpdates` is
 * silent. Source: Zalo Bot Platform, "setWebhook".
 *
 * @returns what the platform said against it, as its code and description; null when it took the address
 * @throws SendError when the platform was not reached
 */
export async function setZaloBotWebhook(
  url: string,
  settings: ZaloBotSettings,
): Promise<string | null> {
  const { status, body } = await callZaloBot(
    'setWebhook',
    { url, secret_token: settings.secret },
    settings,
  )
  if (status < 300 && pick(body, 'ok') === true) return null
  const code = pickText(body, 'error_code') || `HTTP ${status}`
  return `${code} ${pickText(body, 'description')}`.trim()
}
