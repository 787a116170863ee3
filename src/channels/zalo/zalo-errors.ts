import { RATE_LIMIT_PAUSE_MS, type SendRule } from '../send-rule'

const badRequest: SendRule = { code: 'bad_request', policy: 'refuse' }
const accountGone: SendRule = { code: 'account_unavailable', policy: 'pause', scope: 'account' }
const notEntitled: SendRule = { code: 'account_not_entitled', policy: 'pause', scope: 'account' }
const appGone: SendRule = { code: 'app_unavailable', policy: 'pause' }
const outsideWindow: SendRule = { code: 'outside_window', policy: 'refuse' }
const unreachable: SendRule = { code: 'person_unreachable', policy: 'refuse' }
const unsupported: SendRule = { code: 'unsupported', policy: 'refuse' }
const billing: SendRule = { code: 'billing', policy: 'pause', scope: 'account' }
const tokenRefused: SendRule = { code: 'access_token_refused', policy: 'retry' }

/**
 * Zalo's error code, which comes with HTTP 200, and what it means for the outbox. The numbers are those of
 * `openapi.zalo.me`; templates by phone number have others.
 *
 * Source: Zalo Official Account, "Phụ lục: mã lỗi".
 */
export const ZALO_ERRORS: ReadonlyMap<string, SendRule> = new Map<string, SendRule>([
  ['-32', { code: 'rate_limited', policy: 'retry', retryAfterMs: RATE_LIMIT_PAUSE_MS }],
  ['-200', { code: 'platform_down', policy: 'retry' }],
  ['-214', { code: 'platform_down', policy: 'retry' }],
  ['-218', { code: 'person_quota_reached', policy: 'retry' }],
  ['-234', { code: 'not_at_night', policy: 'retry' }],

  // Only after a refresh: another process may have refreshed again in between.
  ['-216', tokenRefused],
  ['-220', tokenRefused],

  ['-209', appGone],
  ['-219', appGone],
  ['-240', { code: 'api_retired', policy: 'pause' }],
  ['-242', { code: 'app_proof_refused', policy: 'pause' }],
  ['-204', accountGone],
  ['-205', accountGone],
  ['-211', { code: 'out_of_quota', policy: 'pause', scope: 'account' }],
  ['-212', notEntitled],
  ['-221', notEntitled],
  ['-224', notEntitled],
  // The consent does not hold this right: another consent does.
  ['-223', { code: 'zalo_reconnect_needed', policy: 'pause', scope: 'account' }],
  ['-320', billing],
  ['-321', billing],

  ['-100', badRequest],
  ['-201', badRequest],
  ['-210', badRequest],
  ['-213', unreachable],
  ['-217', unreachable],
  ['-227', unreachable],
  ['-244', unreachable],
  ['-230', outsideWindow],
  ['-231', outsideWindow],
  ['-232', outsideWindow],
  ['-233', unsupported],
  ['-235', unsupported],
  ['-237', unsupported],
  ['-238', unsupported],
  ['-241', unsupported],
  ['-249', unsupported],
  ['-403', unsupported],
  ['-248', { code: 'against_platform_policy', policy: 'refuse' }],
])

/** The hour in Hanoi from which it is worth trying again, for what Zalo takes only then. */
export const ZALO_RETRY_HOURS: ReadonlyMap<string, number> = new Map([
  // A person's quota is counted by the day.
  ['-218', 0],
  ['-234', 6],
])

/** Sending failed inside Zalo, which may be the message's own fault: one more try, no third. */
export const ZALO_TRIED_TWICE: readonly string[] = ['-200']

/** Zalo does not take the message as it is: one without buttons may pass. */
export const ZALO_BUTTONS_REFUSED: readonly string[] = ['-201', '-210', '-233']

/** The access token is wrong, expired or revoked: a refresh helps. */
export const ZALO_TOKEN_REFUSED: readonly string[] = ['-216', '-220']
