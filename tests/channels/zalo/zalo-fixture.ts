import { ZaloAdapter } from '../../../src/channels/zalo/zalo-adapter'
import { createAccessTokens } from '../../../src/channels/zalo/zalo-tokens'
import { startZaloPlatform } from '../../stand-ins/zalo-platform'
import { createMemoryTokenStore } from './memory-token-store'

/** Settings of the tests; app id and secret are those of the reference vector. */
export const SETTINGS = {
  appId: '1000000000000000001',
  appSecret: 'app secret',
  oaSecret: 'TEST_OA_SECRET_KEY',
  refreshToken: 'refresh-of-the-consent',
  apiUrl: 'http://127.0.0.1:1',
  oauthUrl: 'http://127.0.0.1:1',
}

/** Options of the stand-in beyond the settings above. */
type Options = Partial<Parameters<typeof startZaloPlatform>[0]>

/** A stand-in, an adapter that talks to it, and a clock that is moved by hand. */
export async function startZalo(options: Options = {}) {
  const platform = await startZaloPlatform({ ...SETTINGS, ...options })
  const settings = { ...SETTINGS, apiUrl: platform.url, oauthUrl: platform.url }
  const memory = createMemoryTokenStore()
  const clock = { now: 1760000000000 }
  const createTokens = () =>
    createAccessTokens({ store: memory.store, settings, now: () => clock.now })
  const tokens = createTokens()
  return {
    platform,
    settings,
    clock,
    tokens,
    createTokens,
    stored: memory.state,
    adapter: new ZaloAdapter(settings, tokens),
  }
}
