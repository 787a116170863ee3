import { ZaloBotAdapter } from '../../../src/channels/zalo-bot/zalo-bot-adapter'
import { startZaloBotPlatform } from '../../stand-ins/zalo-bot-platform'

/** Settings of the tests. */
export const SETTINGS = {
  token: '12345689:abc-xyz',
  secret: 'secret of the webhook',
  apiUrl: 'http://127.0.0.1:1',
}

/** A stand-in and an adapter that talks to it. */
export async function startZaloBot() {
  const platform = await startZaloBotPlatform(SETTINGS)
  return { platform, adapter: new ZaloBotAdapter({ ...SETTINGS, apiUrl: platform.url }) }
}
