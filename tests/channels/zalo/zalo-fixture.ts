import { ZaloAdapter } from '../../../src/channels/zalo/zalo-adapter'
import type { ZaloSettings } from '../../../src/channels/zalo/zalo-settings'
import { createZaloTokens } from '../../../src/channels/zalo/zalo-tokens'
import { startZaloPlatform } from '../../stand-ins/zalo-platform'
import { createMemoryTokenStore } from './memory-token-store'

/** Who signs the tests' webhooks; app id and secret are those of the reference vector. */
export const SIGNER = { appId: '1000000000000000001', oaSecret: 'TEST_OA_SECRET_KEY' }

/** Settings of the tests. */
export const SETTINGS = {
  appId: SIGNER.appId,
  appSecret: 'app secret',
  oaSecrets: [SIGNER.oaSecret] as [string],
  refreshToken: 'refresh-of-the-consent',
  apiUrl: 'http://127.0.0.1:1',
  oauthUrl: 'http://127.0.0.1:1',
}

/** Options of the stand-in beyond the settings above, and other settings. */
type Options = Partial<Parameters<typeof startZaloPlatform>[0]> & {
  settings?: Partial<ZaloSettings>
}

/** A stand-in, an adapter that talks to it, and a clock that is moved by hand. */
export async function startZalo({ settings: other, ...options }: Options = {}) {
  const platform = await startZaloPlatform({ ...SETTINGS, ...options })
  const settings = { ...SETTINGS, apiUrl: platform.url, oauthUrl: platform.url, ...other }
  const { store, pairs, faults } = createMemoryTokenStore()
  const clock = { now: 1760000000000 }
  const now = () => clock.now
  const told: string[] = []
  const createTokens = () =>
    createZaloTokens({ store, settings, now, onDisconnected: (account) => told.push(account) })
  const tokens = createTokens()
  return {
    platform,
    settings,
    clock,
    tokens,
    createTokens,
    store,
    pairs,
    faults,
    /** Accounts that were reported to need a consent, in order. */
    told,
    adapter: new ZaloAdapter(settings, { tokens, now }),
  }
}
