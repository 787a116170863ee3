import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ZaloOAuthSettings } from './zalo-settings'

/** Where Zalo sends an admin back to, below this server's address. Must be entered in the Zalo app's settings. */
export const ZALO_CALLBACK_PATH = '/oauth/zalo/callback'

/** How long a link can be used, in milliseconds: it may have to be sent to the admin first. */
const LINK_LIFE_MS = 24 * 3_600_000

/** A link for an admin of an official account, who consents by it that this app speaks for the account. */
export type ConsentLink = {
  link: string
  /** The address that must stand in the Zalo app's settings. */
  callback: string
  /** Epoch milliseconds. */
  expiresAt: number
}

/**
 * Makes a consent link. Nothing is stored: its state is signed with the app's secret, and the code verifier is derived
 * from it, so that whichever process the admin comes back to can check both.
 *
 * Source: Zalo Official Account, "Xác thực và ủy quyền cho ứng dụng"; RFC 7636.
 *
 * @param options.publicUrl of this server, without a slash at the end
 * @param options.now epoch milliseconds
 */
export function createConsentLink(
  settings: ZaloOAuthSettings,
  { publicUrl, now }: { publicUrl: string; now: number },
): ConsentLink {
  const expiresAt = now + LINK_LIFE_MS
  const content = `${randomBytes(16).toString('base64url')}.${expiresAt}`
  const state = `${content}.${sign(content, settings)}`
  const callback = publicUrl + ZALO_CALLBACK_PATH
  const link = new URL(`${settings.oauthUrl.replace(/\/+$/, '')}/v4/oa/permission`)
  link.search = new URLSearchParams({
    app_id: settings.appId,
    redirect_uri: callback,
    code_challenge: toChallenge(toVerifier(state, settings)),
    state,
  }).toString()
  return { link: link.href, callback, expiresAt }
}

/**
 * The code verifier of the link that a state comes from.
 * @param now epoch milliseconds
 * @returns null for a state that is not ours or too old
 */
export function readConsentState(
  state: string,
  settings: ZaloOAuthSettings,
  now: number,
): { codeVerifier: string } | null {
  const [nonce, expiresAt, signature = ''] = state.split('.')
  const expected = Buffer.from(sign(`${nonce}.${expiresAt}`, settings))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return Number(expiresAt) > now ? { codeVerifier: toVerifier(state, settings) } : null
}

function sign(content: string, { appSecret }: ZaloOAuthSettings): string {
  return createHmac('sha256', appSecret).update(`consent state ${content}`).digest('base64url')
}

/** 43 characters, as Zalo wants them. */
function toVerifier(state: string, { appSecret, codeVerifier }: ZaloOAuthSettings): string {
  return (
    codeVerifier ??
    createHmac('sha256', appSecret).update(`consent verifier ${state}`).digest('base64url')
  )
}

function toChallenge(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}
