/** What the Zalo Official Account channel needs; already validated. Ids are longer than a number is exact. */
export type ZaloSettings = {
  appId: string
  /** The app's secret: asks for access tokens. */
  appSecret: string
  /**
   * "OA Secret Key" of the app's webhook page: signs webhooks. Not the app's secret. Any of them may sign, so that
   * the key can be reset.
   */
  oaSecrets: readonly [string, ...string[]]
  /** A refresh token from an admin's consent: the first pair of one account. The others connect by the callback. */
  refreshToken?: string | undefined
  /** The account that `refreshToken` is of; without it, every account that has not been connected by the callback. */
  oaId?: string | undefined
  /** The code verifier saved in the app's settings; without it each consent has its own. */
  codeVerifier?: string | undefined
  /** `https://openapi.zalo.me` */
  apiUrl: string
  /** `https://oauth.zaloapp.com` */
  oauthUrl: string
}

/** The part of the settings that OAuth needs. */
export type ZaloOAuthSettings = Pick<
  ZaloSettings,
  'appId' | 'appSecret' | 'oauthUrl' | 'codeVerifier'
>
