import { createHmac } from 'node:crypto'
import { type PlatformAnswer, post } from '../post'
import { toRuleOfStatus, toSendError } from '../send-rule'
import { pick, pickText } from '../untrusted-json'
import {
  isAppSecretRefused,
  MESSENGER_ERRORS,
  MESSENGER_SUBCODES,
  SECRET_REFUSED,
} from './messenger-errors'
import type { MessengerSettings } from './messenger-settings'

/** The version of the Graph API that this is written for; supported until July 2028. */
const GRAPH_VERSION = 'v25.0'

/** One call of the Graph API about our page: `path` is below `/me`. */
export type GraphRequest = {
  method: 'POST' | 'DELETE'
  path: 'messages' | 'messenger_profile'
  body: Record<string, unknown>
}

/**
 * Calls the Graph API for our page, with the proof that we have the app's secret. The token stands in a header, so that
 * no address in a log holds it.
 *
 * @throws SendError of the network; what the API itself answers is for {@link readGraphAnswer}
 */
export function callGraph(
  { method, path, body }: GraphRequest,
  settings: MessengerSettings,
  timeoutMs?: number,
): Promise<PlatformAnswer> {
  const url = new URL(`${toGraphUrl(settings.apiUrl)}/me/${path}`)
  url.searchParams.set('appsecret_proof', toProof(settings.pageToken, settings.appSecrets[0]))
  const headers = { authorization: `Bearer ${settings.pageToken}` }
  return post(url.href, { method, headers, body, ...(timeoutMs ? { timeoutMs } : {}) })
}

/**
 * The body of a good answer. The body of a bad one is read even where the status is 400: Meta's rate limits come with
 * that status.
 *
 * @param isDone codes, `code/subcode`, that mean it was done all the same
 * @throws SendError with the policy of Meta's error code
 */
export function readGraphAnswer(
  answer: PlatformAnswer,
  isDone: (key: string) => boolean = () => false,
): unknown {
  const error = pick(answer.body, 'error')
  if (answer.status < 300 && answer.body !== undefined && error === undefined) return answer.body
  const code = pickText(error, 'code')
  const subcode = pickText(error, 'error_subcode')
  const key = `${code}/${subcode}`
  if (isDone(key)) return undefined
  const rule = isAppSecretRefused(code, pickText(error, 'message'))
    ? SECRET_REFUSED
    : (MESSENGER_ERRORS.get(key) ??
      MESSENGER_SUBCODES.get(subcode) ??
      MESSENGER_ERRORS.get(code) ??
      toRuleOfStatus(answer.status))
  throw toSendError(rule, {
    platformCode: code ? key : `HTTP ${answer.status}`,
    retryAfterMs: answer.retryAfterMs,
  })
}

/** Shows that the caller has the app's secret. Source: Graph API, "Secure Graph API calls". */
function toProof(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('hex')
}

function toGraphUrl(apiUrl: string): string {
  const base = apiUrl.replace(/\/+$/, '')
  return /\/v\d+\.\d+$/.test(base) ? base : `${base}/${GRAPH_VERSION}`
}
