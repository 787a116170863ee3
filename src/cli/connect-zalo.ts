import { createConsentLink } from '../channels/zalo/zalo-consent'
import type { Config } from '../server/config'
import { readZaloSettings } from '../server/open-zalo'
import { CommandError } from './command-error'

/**
 * `npm run channels -- connect zalo`: what to do so that an official account is answered by Loa, with the link for its
 * admin.
 * @param now epoch milliseconds
 * @throws {CommandError} when variables are missing
 */
export function connectZalo(config: Config, now: number): string[] {
  const settings = readZaloSettings(config)
  const publicUrl = config.environment.PUBLIC_URL
  if (!settings) throw new CommandError('set ZALO_APP_ID, ZALO_APP_SECRET and ZALO_OA_SECRET first')
  if (!publicUrl) throw new CommandError('set PUBLIC_URL first: Zalo sends the admin back to it')
  const { link, callback, expiresAt } = createConsentLink(settings, { publicUrl, now })
  return [
    `1. In the Zalo app's settings enter the callback address ${callback}`,
    '2. Start Loa there, so that it can take the consent.',
    `3. Have an admin of the official account open this link before ${new Date(expiresAt).toISOString()}:`,
    '',
    link,
    '',
    'The same link serves several accounts, one after the other.',
  ]
}
