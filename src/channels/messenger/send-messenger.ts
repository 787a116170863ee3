import { createHmac } from 'node:crypto'
import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import type { SendError } from '../../delivery/send-error'
import { type PlatformAnswer, post } from '../post'
import { toRuleOfStatus, toSendError } from '../send-rule'
import { pick, pickText } from '../untrusted-json'
import {
  MESSENGER_ERRORS,
  MESSENGER_SENT_ALL_THE_SAME,
  MESSENGER_SUBCODES,
} from './messenger-errors'
import type { MessengerSettings } from './messenger-settings'
import { toMetadata } from './metadata'

/** The version of the Graph API that this is written for; supported until July 2028. */
const GRAPH_VERSION = 'v25.0'

/**
 * Sends one rendered message by the Send API, marked with its outbox id so that the echo can be matched: Meta has no
 * idempotency key.
 *
 * @throws SendError with the policy of Meta's error code
 */
export async function sendMessenger(
  message: StoredMessage,
  settings: MessengerSettings,
): Promise<SendReceipt> {
  const url = new URL(`${toGraphUrl(settings.apiUrl)}/me/messages`)
  url.searchParams.set('appsecret_proof', toProof(settings.pageToken, settings.appSecrets[0]))
  const content = pick(message.payload, 'message') as Record<string, unknown> // by renderMessenger
  const answer = await post(url.href, {
    headers: { authorization: `Bearer ${settings.pageToken}` },
    body: { ...message.payload, message: { ...content, metadata: toMetadata(message.id) } },
  })
  return readReceipt(answer)
}

/** Shows that the caller has the app's secret. Source: Graph API, "Secure Graph API calls". */
function toProof(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('hex')
}

function toGraphUrl(apiUrl: string): string {
  const base = apiUrl.replace(/\/+$/, '')
  return /\/v\d+\.\d+$/.test(base) ? base : `${base}/${GRAPH_VERSION}`
}

function readReceipt(answer: PlatformAnswer): SendReceipt {
  const error = pick(answer.body, 'error')
  const isSent = answer.status < 300 && answer.body !== undefined && error === undefined
  const platformMessageId = pickText(answer.body, 'message_id')
  if (isSent) return platformMessageId ? { platformMessageId } : {}
  const key = `${pickText(error, 'code')}/${pickText(error, 'error_subcode')}`
  if (key === MESSENGER_SENT_ALL_THE_SAME) return {}
  throw toError(answer, key)
}

/** The body is read even of a 400: Meta's rate limits come with that status. */
function toError(answer: PlatformAnswer, key: string): SendError {
  const [code = '', subcode = ''] = key.split('/')
  const rule =
    MESSENGER_ERRORS.get(key) ??
    MESSENGER_SUBCODES.get(subcode) ??
    MESSENGER_ERRORS.get(code) ??
    toRuleOfStatus(answer.status)
  return toSendError(rule, {
    platformCode: code ? key : `HTTP ${answer.status}`,
    retryAfterMs: answer.retryAfterMs,
  })
}
