import type { ChannelLimits } from './channel-adapter'
import { MESSENGER_LIMITS } from './messenger/render-messenger'
import { WEB_LIMITS } from './web/render-web'
import { ZALO_LIMITS } from './zalo/render-zalo'
import { ZALO_BOT_LIMITS } from './zalo-bot/render-zalo-bot'

/** What each platform takes, by the name of its channel. */
export const CHANNEL_LIMITS = {
  messenger: MESSENGER_LIMITS,
  zalo: ZALO_LIMITS,
  'zalo-bot': ZALO_BOT_LIMITS,
  web: WEB_LIMITS,
} as const satisfies Record<string, ChannelLimits>

/** The name of a channel that citizens use. */
export type ChannelName = keyof typeof CHANNEL_LIMITS
