import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import type { PlatformAnswer } from '../post'
import { type SendRule, toRuleOfStatus, toSendError } from '../send-rule'
import { pick, pickText } from '../untrusted-json'
import { callZaloBot } from './call-zalo-bot'
import { ZALO_BOT_ERRORS } from './zalo-bot-errors'
import type { ZaloBotSettings } from './zalo-bot-settings'

/**
 * Sends one rendered message by `sendMessage`.
 *
 * @throws SendError with the policy of the platform's error code; nothing in it holds the token
 */
export async function sendZaloBot(
  message: StoredMessage,
  settings: Pick<ZaloBotSettings, 'apiUrl' | 'token'>,
): Promise<SendReceipt> {
  return readReceipt(await callZaloBot('sendMessage', message.payload, settings))
}

function readReceipt(answer: PlatformAnswer): SendReceipt {
  if (answer.status < 300 && pick(answer.body, 'ok') === true) {
    const platformMessageId = pickText(answer.body, 'result', 'message_id')
    return platformMessageId ? { platformMessageId } : {}
  }
  const [code = ''] = /^-?\d{1,9}$/.exec(pickText(answer.body, 'error_code')) ?? []
  throw toSendError(ZALO_BOT_ERRORS.get(code) ?? toRule(answer.status, code), {
    platformCode: code || `HTTP ${answer.status}`,
    retryAfterMs: answer.retryAfterMs,
  })
}

/** For what the platform's table does not have. Errors may come with HTTP 200. */
function toRule(status: number, code: string): SendRule {
  if (/^[45]\d\d$/.test(code)) return toRuleOfStatus(Number(code))
  return code && status < 400 ? UNKNOWN_ERROR : toRuleOfStatus(status)
}

const UNKNOWN_ERROR = { code: 'unknown_error', policy: 'refuse' } as const
