import { RATE_LIMIT_PAUSE_MS, type SendRule } from '../send-rule'

const HOUR_MS = 3_600_000

const badRequest: SendRule = { code: 'bad_request', policy: 'refuse' }
const accountGone: SendRule = { code: 'account_unavailable', policy: 'pause' }
const notEntitled: SendRule = { code: 'account_not_entitled', policy: 'pause' }
const outsideWindow: SendRule = { code: 'outside_window', policy: 'refuse' }
const unreachable: SendRule = { code: 'person_unreachable', policy: 'refuse' }
const unsupported: SendRule = { code: 'unsupported', policy: 'refuse' }
const billing: SendRule = { code: 'billing', policy: 'pause' }

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
  ['-218', { code: 'person_quota_reached', policy: 'retry', retryAfterMs: 24 * HOUR_MS }],
  ['-234', { code: 'not_at_night', policy: 'retry', retryAfterMs: HOUR_MS }],

  // Only after a refresh: another process may have refreshed again in between.
  ['-216', { code: 'access_token_refused', policy: 'retry' }],
  ['-220', { code: 'access_token_refused', policy: 'retry' }],

  ['-204', accountGone],
  ['-205', accountGone],
  ['-209', accountGone],
  ['-219', accountGone],
  ['-211', { code: 'out_of_quota', policy: 'pause' }],
  ['-212', notEntitled],
  ['-221', notEntitled],
  ['-223', notEntitled],
  ['-224', notEntitled],
  ['-240', { code: 'api_retired', policy: 'pause' }],
  ['-242', { code: 'app_proof_refused', policy: 'pause' }],
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

/** Zalo does not take the message as it is: one without buttons may pass. */
export const ZALO_BUTTONS_REFUSED: readonly string[] = ['-201', '-210', '-233']

/** The access token is wrong, expired or revoked: a refresh helps. */
export const ZALO_TOKEN_REFUSED: readonly string[] = ['-216', '-220']
