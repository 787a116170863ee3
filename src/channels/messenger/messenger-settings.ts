/** What the Messenger channel needs; already validated. */
export type MessengerSettings = {
  /** The app's secrets: the first signs our calls, any of them a webhook, so that a secret can be changed. */
  appSecrets: readonly [string, ...string[]]
  /** The string typed in the app's dashboard for the check of the webhook's address. */
  verifyToken: string
  /** Access token of the page. */
  pageToken: string
  /** Our app's id, where it is set: makes certain which app has a conversation. */
  appId?: string | undefined
  /** The Graph API, with or without its version: `https://graph.facebook.com` or `…/v25.0`. */
  apiUrl: string
}
