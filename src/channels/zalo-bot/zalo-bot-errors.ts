import { RATE_LIMIT_PAUSE_MS, type SendRule } from '../send-rule'

/**
 * The platform's error code and what it means for the outbox. The codes look like HTTP's, and 403 is not what it is
 * there.
 *
 * Source: Zalo Bot Platform, the table of error codes.
 */
export const ZALO_BOT_ERRORS: ReadonlyMap<string, SendRule> = new Map<string, SendRule>([
  ['400', { code: 'bad_request', policy: 'refuse' }],
  ['401', { code: 'bot_token_refused', policy: 'pause' }],
  ['403', { code: 'platform_down', policy: 'retry' }],
  // It may be about one chat: it must not stop the channel.
  ['404', { code: 'not_found', policy: 'refuse' }],
  ['408', { code: 'platform_down', policy: 'retry' }],
  ['429', { code: 'rate_limited', policy: 'retry', retryAfterMs: RATE_LIMIT_PAUSE_MS }],
])
