import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import { SendError } from '../../delivery/send-error'
import { type PlatformAnswer, post } from '../post'
import { type SendRule, toRuleOfStatus, toSendError } from '../send-rule'
import { pick, pickText } from '../untrusted-json'
import { ZALO_BOT_ERRORS } from './zalo-bot-errors'
import type { ZaloBotSettings } from './zalo-bot-settings'

/**
 * Sends one rendered message by `sendMessage`.
 *
 * @throws SendError with the policy of the platform's error code; nothing in it holds the token
 */
export async function sendZaloBot(
  message: StoredMessage,
  { apiUrl, token }: Pick<ZaloBotSettings, 'apiUrl' | 'token'>,
): Promise<SendReceipt> {
  const url = `${apiUrl.replace(/\/+$/, '')}/bot${token}/sendMessage`
  return readReceipt(
    await post(url, { headers: {}, body: message.payload }).catch((thrown: unknown) => {
      throw withoutAddress(thrown as SendError) // `post` throws nothing else
    }),
  )
}

/** The address holds the token, and an error of the network may quote the address: only its code is kept. */
function withoutAddress(error: SendError): SendError {
  const [systemCode = 'no code'] =
    /^[A-Z][A-Z0-9_]{1,40}$/.exec(pickText(error, 'cause', 'cause', 'code')) ?? []
  return new SendError(error.code, {
    policy: error.policy,
    cause: new Error(`the network gave ${systemCode}`),
  })
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
