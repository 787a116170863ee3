/** What the Zalo Bot Platform channel needs; already validated. */
export type ZaloBotSettings = {
  /** The bot's token, as Zalo Bot Creator sent it. It is a part of every address that is called. */
  token: string
  /** The `secret_token` that `setWebhook` was given; comes with every webhook call. */
  secret: string
  /** `https://bot-api.zaloplatforms.com` */
  apiUrl: string
}
