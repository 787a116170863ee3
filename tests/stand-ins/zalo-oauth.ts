import { createHash, randomBytes } from 'node:crypto'

/** Who asks, and what the account's first refresh token is. */
export type ZaloOAuthOptions = {
  appId: string
  appSecret: string
  /** Good at first, for `oaId`. */
  refreshToken: string
  oaId: string
  /** As answered: Zalo's documents have a string. */
  expiresIn?: string | number
  /** A callback address saved in the app; by default any is taken. */
  callback?: string
}

type Pair = { accessToken: string; refreshToken: string; isExpired: boolean }

/** Zalo's OAuth for official accounts: refresh tokens and codes work once, and a new pair ends the old one. */
export function createZaloOAuth(options: ZaloOAuthOptions) {
  const pairs = new Map<string, Pair>([
    [options.oaId, { accessToken: '', refreshToken: options.refreshToken, isExpired: false }],
  ])
  const codes = new Map<string, { oaId: string; challenge: string }>()
  let issued = 0

  function issue(oaId: string) {
    issued++
    const pair = { accessToken: `access-${issued}`, refreshToken: `refresh-${issued}` }
    pairs.set(oaId, { ...pair, isExpired: false })
    const expires_in = options.expiresIn ?? '90000'
    return { access_token: pair.accessToken, refresh_token: pair.refreshToken, expires_in }
  }

  function exchange({ code, code_verifier }: Record<string, unknown>) {
    const consent = codes.get(String(code))
    codes.delete(String(code))
    const challenge = createHash('sha256').update(String(code_verifier)).digest('base64url')
    const isRight = consent?.challenge === challenge && String(code_verifier).length === 43
    return consent && isRight ? issue(consent.oaId) : refuse(-14012, 'Invalid code')
  }

  function refresh({ refresh_token }: Record<string, unknown>) {
    const [oaId] = [...pairs].find(([, pair]) => pair.refreshToken === refresh_token) ?? []
    return oaId ? issue(oaId) : refuse(-14020, 'Invalid refresh token')
  }

  return {
    /** How many pairs were given. */
    issued: () => issued,

    /** The account that a token speaks for, or Zalo's error code. */
    findAccount(accessToken: unknown): { oaId: string } | { error: number; message: string } {
      const [oaId, pair] =
        [...pairs].find(([, { accessToken: one }]) => one !== '' && one === accessToken) ?? []
      if (!oaId) return { error: -216, message: 'Access token is invalid' }
      return pair?.isExpired ? { error: -220, message: 'Access token is expired' } : { oaId }
    },

    /** Every access token of now is answered with -220 from here on. */
    expireAll() {
      for (const pair of pairs.values()) pair.isExpired = true
    },

    /** An account has a new refresh token from here on, and the one before is refused. */
    reconnect(refreshToken: string, oaId = options.oaId) {
      pairs.set(oaId, { accessToken: '', refreshToken, isExpired: false })
    },

    /**
     * An admin of an account opens the link and consents.
     * @returns the address that Zalo sends the admin's browser to
     */
    consent(link: string, oaId: string): string {
      const { pathname, searchParams } = new URL(link)
      const get = (name: string) => searchParams.get(name) ?? ''
      const callback = options.callback ?? get('redirect_uri')
      const isRight = pathname === '/v4/oa/permission' && get('app_id') === options.appId
      if (!isRight || get('redirect_uri') !== callback || get('code_challenge').length !== 43) {
        throw new Error('-14003 Invalid redirect uri')
      }
      const code = randomBytes(12).toString('hex')
      codes.set(code, { oaId, challenge: get('code_challenge') })
      const query = new URLSearchParams({ code, oa_id: oaId, state: get('state') })
      return `${callback}?${query}`
    },

    /** What `/v4/oa/access_token` answers, always with HTTP 200. */
    answer(body: Record<string, unknown>, secretKey: unknown): object {
      if (secretKey !== options.appSecret || body.app_id !== options.appId) {
        return refuse(-14002, 'Invalid app')
      }
      if (body.grant_type === 'authorization_code') return exchange(body)
      return body.grant_type === 'refresh_token' ? refresh(body) : refuse(-14000, 'Invalid grant')
    },
  }
}

function refuse(error: number, name: string) {
  return { error, error_name: name, error_reason: name, error_description: name }
}
