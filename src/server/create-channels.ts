import type { ChannelAdapter } from '../channels/channel-adapter'
import { EmulatorAdapter } from '../channels/emulator/emulator-adapter'
import { MessengerAdapter } from '../channels/messenger/messenger-adapter'
import type { MessengerSettings } from '../channels/messenger/messenger-settings'
import { ZaloBotAdapter } from '../channels/zalo-bot/zalo-bot-adapter'
import type { ZaloBotSettings } from '../channels/zalo-bot/zalo-bot-settings'
import type { Config } from './config'
import type { Zalo } from './open-zalo'

/** A platform's channel, where its webhook is, and why it is off if it is. */
export type PlatformChannel =
  | { name: string; path: string; adapter: ChannelAdapter }
  | { name: string; path: string; adapter: null; hint: string }

/** A channel is created only where all of its variables are set: `CHANNELS` in config.ts names the same ones. */
const given = <T>(value: T | undefined): T => value as T

/** What Messenger needs of the environment, which must have its variables. */
export function toMessengerSettings(environment: Config['environment']): MessengerSettings {
  return {
    appSecrets: given(environment.MESSENGER_APP_SECRET),
    verifyToken: given(environment.MESSENGER_VERIFY_TOKEN),
    appId: environment.MESSENGER_APP_ID,
    pageToken: given(environment.MESSENGER_PAGE_TOKEN),
    apiUrl: environment.MESSENGER_API_URL,
  }
}

/**
 * The channels that a webhook feeds, each made if its variables are there. A new channel is a line here and a folder.
 */
export function createChannels(
  config: Config,
  { zalo, now }: { zalo: Zalo | null; now: () => number },
): PlatformChannel[] {
  const { environment, channels } = config
  const build = (name: keyof Config['channels'], create: () => ChannelAdapter): PlatformChannel => {
    const state = channels[name]
    const path = `/webhooks/${name}`
    if (state.on) return { name, path, adapter: create() }
    return { name, path, adapter: null, hint: `set ${state.missing.join(', ')}` }
  }
  return [
    build('messenger', () => new MessengerAdapter(toMessengerSettings(environment))),
    build('zalo', () => given(zalo?.adapter)),
    build('zalo-bot', () => new ZaloBotAdapter(given(readZaloBotSettings(config) ?? undefined))),
    environment.EMULATOR === 'on'
      ? { name: 'emulator', path: '/api/messages', adapter: new EmulatorAdapter(now) }
      : { name: 'emulator', path: '/api/messages', adapter: null, hint: 'set EMULATOR=on' },
  ]
}

/** The settings of the Zalo Bot Platform channel; null where it is off. */
export function readZaloBotSettings({ environment }: Config): ZaloBotSettings | null {
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_SECRET: secret, ZALO_BOT_API_URL: apiUrl } = environment
  return token && secret ? { token, secret, apiUrl } : null
}
