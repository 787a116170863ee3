import type { ChannelLimits } from '../channels/channel-adapter'
import { MESSENGER_LIMITS } from '../channels/messenger/render-messenger'
import { WEB_LIMITS } from '../channels/web/render-web'
import { ZALO_LIMITS } from '../channels/zalo/render-zalo'

/** What each platform takes, by the name that people call it. */
export const CHANNEL_LIMITS = {
  messenger: MESSENGER_LIMITS,
  zalo: ZALO_LIMITS,
  web: WEB_LIMITS,
} as const satisfies Record<string, ChannelLimits>

/** An answer this long, in characters, is one message everywhere. */
export const longestAnswer = Math.min(
  ...Object.values(CHANNEL_LIMITS).map(({ textLength }) => textLength),
)
