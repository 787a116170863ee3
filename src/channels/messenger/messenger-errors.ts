import { RATE_LIMIT_PAUSE_MS, type SendRule } from '../send-rule'

/** Meta's error code, or `code/subcode`, and what it means for the outbox; the finer one wins. */
type ErrorTable = ReadonlyMap<string, SendRule>

const temporary: SendRule = { code: 'platform_down', policy: 'retry' }
const rateLimited: SendRule = {
  code: 'rate_limited',
  policy: 'retry',
  retryAfterMs: RATE_LIMIT_PAUSE_MS,
}
/** A warning before a restriction: five minutes of quiet. */
const slowDown: SendRule = { code: 'slow_down', policy: 'retry', retryAfterMs: 300_000 }
const tokenRefused: SendRule = { code: 'page_token_refused', policy: 'pause' }
/** See {@link isAppSecretRefused}. */
export const SECRET_REFUSED: SendRule = { code: 'app_secret_refused', policy: 'pause' }
const permissionLost: SendRule = { code: 'permission_lost', policy: 'pause' }
const restricted: SendRule = { code: 'page_restricted', policy: 'pause' }
const notLive: SendRule = { code: 'app_not_live', policy: 'pause' }
const outsideWindow: SendRule = { code: 'outside_window', policy: 'refuse' }
/** Staff have the conversation in the page's inbox: an answer that comes when they are done would disturb. */
const ownedByStaff: SendRule = { code: 'thread_owned_by_other', policy: 'refuse' }
const unreachable: SendRule = { code: 'person_unreachable', policy: 'refuse' }
const badRequest: SendRule = { code: 'bad_request', policy: 'refuse' }

/** Source: Messenger Platform, "Common error codes"; Graph API, "Handle errors". */
export const MESSENGER_ERRORS: ErrorTable = new Map<string, SendRule>([
  ['1', temporary],
  ['2', temporary],
  ['1200', temporary],
  ['2/2018344', badRequest],
  ['100/2018008', temporary],
  ['100/2018294', temporary],

  ['4', rateLimited],
  ['17', rateLimited],
  ['32', rateLimited],
  ['341', rateLimited],
  ['613', rateLimited],
  ['80006', rateLimited],
  ['613/2018338', slowDown],
  ['613/1893016', slowDown],

  ['102', tokenRefused],
  ['190', tokenRefused],
  ['1/99', permissionLost],
  ['3', permissionLost],
  ['200', permissionLost],
  ['200/2018028', notLive],
  ['368', restricted],
  ['2022', restricted],
  ['10/1893063', restricted],

  // Without a subcode that we know it may be about one person: it must not stop the channel.
  ['10', { code: 'not_permitted', policy: 'refuse' }],
  ['10/2018278', outsideWindow],
  ['10/2534022', outsideWindow],
  ['10/2018065', outsideWindow],
  ['10/2018300', ownedByStaff],

  ['551', unreachable],
  ['551/1545041', unreachable],
  ['200/1545041', unreachable],
  ['10/2018108', unreachable],
  ['100/2018001', unreachable],

  ['100', badRequest],
  ['9000001', { code: 'already_gone', policy: 'refuse' }],
])

/** Subcodes that mean the same under every code. */
export const MESSENGER_SUBCODES: ErrorTable = new Map<string, SendRule>([
  /** Meta's own automated answers have the conversation for a moment. */
  ['2018321', { code: 'automation_in_progress', policy: 'retry', retryAfterMs: 60_000 }],
])

/**
 * Whether our proof of the app's secret is wrong. Meta gives this the code of a bad request, and only its message tells:
 * without it a mistyped secret would turn every answer into a dead letter instead of stopping the channel.
 */
export function isAppSecretRefused(code: string, message: string): boolean {
  return code === '100' && message.includes('appsecret_proof')
}

/** Meta's way of saying that the message went out although an error is returned. */
export const MESSENGER_SENT_ALL_THE_SAME = '1/1357046'
