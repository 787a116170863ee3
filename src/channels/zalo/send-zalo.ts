import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import { SendError } from '../../delivery/send-error'
import { type PlatformAnswer, post } from '../post'
import { type SendRule, toRuleOfStatus, toSendError } from '../send-rule'
import { pickText } from '../untrusted-json'
import type { AccountMemory } from './account-memory'
import type { ZaloPayload, ZaloRequest } from './render-zalo'
import { untilHanoiHour } from './until-hanoi-hour'
import {
  ZALO_BUTTONS_REFUSED,
  ZALO_ERRORS,
  ZALO_RETRY_HOURS,
  ZALO_TOKEN_REFUSED,
  ZALO_TRIED_TWICE,
} from './zalo-errors'
import type { ZaloTokens } from './zalo-tokens'

/** What sending needs. */
export type ZaloSender = {
  apiUrl: string
  tokens: ZaloTokens
  memory: AccountMemory
  /** Epoch milliseconds. */
  now: () => number
}

/**
 * Sends one rendered message with the token of its conversation's account: again with a new token where the old one
 * is refused, and again with numbered choices where the buttons are.
 *
 * @throws SendError with the policy of Zalo's error code, or what `tokens` throws
 */
export async function sendZalo(message: StoredMessage, sender: ZaloSender): Promise<SendReceipt> {
  const { memory } = sender
  const account = readAccount(message.conversation)
  memory.throwTrouble(account)
  try {
    return await sendFrom(account, message, sender)
  } catch (thrown) {
    if (thrown instanceof SendError) memory.noteError(account, thrown)
    throw thrown
  }
}

/** The official account of a conversation, `zalo:<account>:<person>`. */
function readAccount(conversation: string): string {
  return conversation.split(':')[1] ?? ''
}

async function sendFrom(
  account: string,
  message: StoredMessage,
  sender: ZaloSender,
): Promise<SendReceipt> {
  const { request, fallback } = message.payload as ZaloPayload // by renderZalo
  const context = { attempt: message.attempt, now: sender.now() }
  if (!fallback) return readReceipt(await call(account, request, sender), context)
  if (!sender.memory.takesButtons(account)) {
    return readReceipt(await call(account, fallback, sender), context)
  }
  const answer = await call(account, request, sender)
  if (!ZALO_BUTTONS_REFUSED.includes(codeOf(answer))) return readReceipt(answer, context)
  const receipt = readReceipt(await call(account, fallback, sender), context)
  sender.memory.noteButtonsRefused(account, codeOf(answer))
  return receipt
}

async function call(
  account: string,
  request: ZaloRequest,
  { apiUrl, tokens }: ZaloSender,
): Promise<PlatformAnswer> {
  const url = `${apiUrl.replace(/\/+$/, '')}/v3.0/oa/message/cs`
  const callWith = (token: string) => post(url, { headers: { access_token: token }, body: request })
  const token = await tokens.get(account)
  const answer = await callWith(token)
  return ZALO_TOKEN_REFUSED.includes(codeOf(answer))
    ? callWith(await tokens.refresh(account, token))
    : answer
}

/** Zalo's error code, `0` when all is well; `''` for an answer that is not Zalo's. */
function codeOf(answer: PlatformAnswer): string {
  return pickText(answer.body, 'error')
}

/** Errors come with HTTP 200: only the code tells. */
function readReceipt(
  answer: PlatformAnswer,
  context: { attempt: number; now: number },
): SendReceipt {
  const code = codeOf(answer)
  if (code === '0') {
    const platformMessageId = pickText(answer.body, 'data', 'message_id')
    return platformMessageId ? { platformMessageId } : {}
  }
  throw toSendError(toRule(code, answer.status, context), {
    platformCode: code || `HTTP ${answer.status}`,
    retryAfterMs: answer.retryAfterMs,
  })
}

function toRule(
  code: string,
  status: number,
  { attempt, now }: { attempt: number; now: number },
): SendRule {
  const rule = ZALO_ERRORS.get(code) ?? (code ? UNKNOWN_ERROR : toRuleOfStatus(status))
  if (ZALO_TRIED_TWICE.includes(code) && attempt > 1) return { ...rule, policy: 'refuse' }
  const hour = ZALO_RETRY_HOURS.get(code)
  return hour === undefined ? rule : { ...rule, retryAfterMs: untilHanoiHour(hour, now) }
}

const UNKNOWN_ERROR: SendRule = { code: 'unknown_error', policy: 'refuse' }
