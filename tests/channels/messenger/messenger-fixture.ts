import { MessengerAdapter } from '../../../src/channels/messenger/messenger-adapter'
import { startMessengerPlatform } from '../../stand-ins/messenger-platform'

/** Settings of the tests; the secret and the token are those of the reference vectors. */
export const SETTINGS = {
  appSecrets: ['test_app_secret_0123456789abcdef', 'the_secret_before'] as [string, string],
  verifyToken: 'our verify token',
  pageToken: 'EAAtest_page_token',
  apiUrl: 'http://127.0.0.1:1',
}

/** Options of the stand-in beyond the settings above. */
type Options = Partial<Parameters<typeof startMessengerPlatform>[0]>

/** A stand-in and an adapter that talks to it. */
export async function startMessenger(options: Options = {}) {
  const [appSecret] = SETTINGS.appSecrets
  const platform = await startMessengerPlatform({
    appSecret,
    pageToken: SETTINGS.pageToken,
    ...options,
  })
  return { platform, adapter: new MessengerAdapter({ ...SETTINGS, apiUrl: platform.url }) }
}
