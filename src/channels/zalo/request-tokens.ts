import { SendError } from '../../delivery/send-error'
import { post } from '../post'
import { toRuleOfStatus, toSendError } from '../send-rule'
import { pickText } from '../untrusted-json'
import type { ZaloSettings } from './zalo-settings'

/** An access token and the refresh token that replaces it. */
export type TokenPair = {
  accessToken: string
  /** Works once, within three months. */
  refreshToken: string
  /** When it is taken for ended and renewed, in epoch milliseconds: after {@link USED_SHARE} of its life. */
  expiresAt: number
}

/** 20 of the usual 25 hours: the rest is for renewals that fail. */
const USED_SHARE = 0.8

/** 25 hours, where Zalo does not say it. */
const USUAL_LIFE_S = 90_000

/**
 * Changes a refresh token for a new pair. The old pair is dead when this resolves.
 *
 * @throws SendError `retry` when Zalo was not reached, and the same refresh token may be used again;
 * `zalo_reconnect_needed`, `pause`, when Zalo refuses it
 */
export async function requestTokens(
  refreshToken: string,
  {
    settings,
    now,
  }: { settings: Pick<ZaloSettings, 'appId' | 'appSecret' | 'oauthUrl'>; now: number },
): Promise<TokenPair> {
  const { status, body } = await post(
    `${settings.oauthUrl.replace(/\/+$/, '')}/v4/oa/access_token`,
    {
      headers: { secret_key: settings.appSecret },
      body: new URLSearchParams({
        app_id: settings.appId,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      }),
    },
  )
  const accessToken = pickText(body, 'access_token')
  const next = pickText(body, 'refresh_token')
  if (accessToken && next) {
    const life = Number(pickText(body, 'expires_in')) || USUAL_LIFE_S
    return { accessToken, refreshToken: next, expiresAt: now + life * USED_SHARE * 1000 }
  }
  const error = pickText(body, 'error')
  if (error && error !== '0' && status < 500) {
    throw new SendError('zalo_reconnect_needed', {
      policy: 'pause',
      cause: new Error(`Zalo answered ${error}; an admin must connect the account again`),
    })
  }
  throw toSendError(toRuleOfStatus(status), { platformCode: `HTTP ${status}` })
}
