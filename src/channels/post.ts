import { request } from 'undici'
import { SendError } from '../delivery/send-error'
import { parseJson } from './untrusted-json'

/** Platforms answer within a second or two; one that takes longer is as good as down. */
const TIMEOUT_MS = 10_000

/** What a platform answered, whatever the status. */
export type PlatformAnswer = {
  status: number
  /** The parsed body; `undefined` when it was not JSON. */
  body: unknown
  /** From the `Retry-After` header, where it was given in seconds. */
  retryAfterMs?: number
}

/**
 * Posts (or deletes) with JSON, or a form where the body is `URLSearchParams`. Does not follow redirects: the headers hold tokens.
 *
 * @param options.timeoutMs for the whole answer, default 10 s
 * @throws SendError `timeout` or `network_error`, both `retry`: whether the platform took it is not known then
 */
export async function post(
  url: string,
  options: {
    method?: 'POST' | 'DELETE'
    headers: Record<string, string>
    body: Record<string, unknown> | URLSearchParams
    timeoutMs?: number
  },
): Promise<PlatformAnswer> {
  const isForm = options.body instanceof URLSearchParams
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  // Not `AbortSignal.timeout`: that one runs on, with all it holds, long after the platform has answered.
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), options.timeoutMs ?? TIMEOUT_MS)
  try {
    const response = await request(url, {
      method: options.method ?? 'POST',
      headers: { ...options.headers, 'content-type': type },
      body: isForm ? options.body.toString() : JSON.stringify(options.body),
      signal: limit.signal,
    })
    const { statusCode: status } = response
    const body = parseJson(await response.body.text())
    if (status >= 300 && status < 400) throw new Error(`redirected (${status}): not followed`)
    const seconds = Number(response.headers['retry-after'] ?? Number.NaN)
    const retryAfter = seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {}
    return { status, body, ...retryAfter }
  } catch (cause) {
    throw new SendError(limit.signal.aborted ? 'timeout' : 'network_error', {
      policy: 'retry',
      cause,
    })
  } finally {
    clearTimeout(timer)
  }
}
