/** What the Zalo Official Account channel needs; already validated. Ids are longer than a number is exact. */
export type ZaloSettings = {
  appId: string
  /** The app's secret: asks for access tokens. */
  appSecret: string
  /** "OA Secret Key" of the app's webhook page: signs webhooks. Not the app's secret. */
  oaSecret: string
  /** The refresh token that an admin's consent gave: the first pair comes from it. */
  refreshToken: string
  /** `https://openapi.zalo.me` */
  apiUrl: string
  /** `https://oauth.zaloapp.com` */
  oauthUrl: string
}
