import { type PauseScope, SendError, type SendPolicy } from '../delivery/send-error'

/** What one of a platform's errors means for the outbox; see {@link SendError}. */
export type SendRule = {
  code: string
  policy: SendPolicy
  retryAfterMs?: number
  /** Of a `pause`, default `channel`. */
  scope?: PauseScope
}

/** A minute: the window of every platform's rate limit, or a part of it. */
export const RATE_LIMIT_PAUSE_MS = 60_000

/** The rule for an answer that says nothing but its HTTP status. */
export function toRuleOfStatus(status: number): SendRule {
  if (status === 429)
    return { code: 'rate_limited', policy: 'retry', retryAfterMs: RATE_LIMIT_PAUSE_MS }
  if (status >= 500 || status === 408) return { code: 'platform_down', policy: 'retry' }
  if (status === 401 || status === 403) return { code: 'credentials_refused', policy: 'pause' }
  if (status >= 400) return { code: 'request_refused', policy: 'refuse' }
  return { code: 'unreadable_answer', policy: 'retry' }
}

/**
 * Makes the error of a rule.
 * @param platformCode the platform's own code, kept as the cause; its message is not, since it may quote the request
 * @param retryAfterMs a pause that the platform asked for; it wins over the rule's
 */
export function toSendError(
  rule: SendRule,
  { platformCode, retryAfterMs }: { platformCode: string; retryAfterMs?: number | undefined },
): SendError {
  return new SendError(rule.code, {
    policy: rule.policy,
    scope: rule.scope,
    retryAfterMs: rule.policy === 'retry' ? (retryAfterMs ?? rule.retryAfterMs) : undefined,
    cause: new Error(`the platform answered ${platformCode}`),
  })
}
