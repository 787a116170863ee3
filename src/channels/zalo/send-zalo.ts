import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import { type PlatformAnswer, post } from '../post'
import { toRuleOfStatus, toSendError } from '../send-rule'
import { pickText } from '../untrusted-json'
import type { ZaloPayload, ZaloRequest } from './render-zalo'
import { ZALO_BUTTONS_REFUSED, ZALO_ERRORS, ZALO_TOKEN_REFUSED } from './zalo-errors'
import type { AccessTokens } from './zalo-tokens'

/**
 * Sends one rendered message: again with a new token where the old one is refused, and again with numbered choices
 * where the buttons are.
 *
 * @throws SendError with the policy of Zalo's error code, or what `tokens` throws
 */
export async function sendZalo(
  message: StoredMessage,
  { apiUrl, tokens }: { apiUrl: string; tokens: AccessTokens },
): Promise<SendReceipt> {
  const { request, fallback } = message.payload as ZaloPayload // by renderZalo
  const answer = await call(request, { apiUrl, tokens })
  const isRefused = ZALO_BUTTONS_REFUSED.includes(codeOf(answer))
  return readReceipt(isRefused && fallback ? await call(fallback, { apiUrl, tokens }) : answer)
}

async function call(
  request: ZaloRequest,
  { apiUrl, tokens }: { apiUrl: string; tokens: AccessTokens },
): Promise<PlatformAnswer> {
  const url = `${apiUrl.replace(/\/+$/, '')}/v3.0/oa/message/cs`
  const callWith = (token: string) => post(url, { headers: { access_token: token }, body: request })
  const token = await tokens.get()
  const answer = await callWith(token)
  return ZALO_TOKEN_REFUSED.includes(codeOf(answer))
    ? callWith(await tokens.refresh(token))
    : answer
}

/** Zalo's error code, `0` when all is well; `''` for an answer that is not Zalo's. */
function codeOf(answer: PlatformAnswer): string {
  return pickText(answer.body, 'error')
}

/** Errors come with HTTP 200: only the code tells. */
function readReceipt(answer: PlatformAnswer): SendReceipt {
  const code = codeOf(answer)
  if (code === '0') {
    const platformMessageId = pickText(answer.body, 'data', 'message_id')
    return platformMessageId ? { platformMessageId } : {}
  }
  const unknown = code ? UNKNOWN_ERROR : toRuleOfStatus(answer.status)
  throw toSendError(ZALO_ERRORS.get(code) ?? unknown, {
    platformCode: code || `HTTP ${answer.status}`,
    retryAfterMs: answer.retryAfterMs,
  })
}

const UNKNOWN_ERROR = { code: 'unknown_error', policy: 'refuse' } as const
