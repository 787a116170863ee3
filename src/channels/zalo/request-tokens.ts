import { SendError } from '../../delivery/send-error'
import { post } from '../post'
import { toRuleOfStatus, toSendError } from '../send-rule'
import { pickText } from '../untrusted-json'
import type { ZaloOAuthSettings } from './zalo-settings'

/** An access token and the refresh token that replaces it. */
export type TokenPair = {
  accessToken: string
  /** Works once, within three months. */
  refreshToken: string
  /** When it is taken for ended and renewed, in epoch milliseconds: after {@link USED_SHARE} of its life. */
  expiresAt: number
}

/** What a pair is given for: once each. */
export type Grant = { refreshToken: string } | { code: string; codeVerifier: string }

/** 20 of the usual 25 hours: the rest is for renewals that fail. */
const USED_SHARE = 0.8

/** 25 hours, where Zalo does not say it. */
const USUAL_LIFE_S = 90_000

/**
 * Changes a refresh token, or the code of a consent, for a new pair. The old pair is dead when this resolves.
 *
 * @param options.now epoch milliseconds
 * @throws SendError `retry` when Zalo was not reached, and the same grant may be used again; `zalo_reconnect_needed`,
 * `pause`, when Zalo refuses it
 */
export async function requestTokens(
  grant: Grant,
  { settings, now }: { settings: ZaloOAuthSettings; now: number },
): Promise<TokenPair> {
  const { status, body } = await post(
    `${settings.oauthUrl.replace(/\/+$/, '')}/v4/oa/access_token`,
    {
      headers: { secret_key: settings.appSecret },
      body: new URLSearchParams({ app_id: settings.appId, ...toForm(grant) }),
    },
  )
  const accessToken = pickText(body, 'access_token')
  const refreshToken = pickText(body, 'refresh_token')
  if (accessToken && refreshToken) {
    const life = Number(pickText(body, 'expires_in')) || USUAL_LIFE_S
    return { accessToken, refreshToken, expiresAt: now + life * USED_SHARE * 1000 }
  }
  const error = pickText(body, 'error')
  if (error && error !== '0' && status < 500) throw reconnectNeeded(`Zalo answered ${error}`)
  throw toSendError(toRuleOfStatus(status), { platformCode: `HTTP ${status}` })
}

/** An admin of the account must consent anew. */
export function reconnectNeeded(reason: string, cause?: unknown): SendError {
  const advice = 'an admin must connect the account again: npm run channels -- connect zalo'
  return new SendError('zalo_reconnect_needed', {
    policy: 'pause',
    scope: 'account',
    cause: new Error(`${reason}; ${advice}`, { cause }),
  })
}

function toForm(grant: Grant): Record<string, string> {
  return 'code' in grant
    ? {
        grant_type: 'authorization_code',
        code: grant.code,
        code_verifier: grant.codeVerifier,
      }
    : { grant_type: 'refresh_token', refresh_token: grant.refreshToken }
}
