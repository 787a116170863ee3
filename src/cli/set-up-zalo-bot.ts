import { setZaloBotWebhook } from '../channels/zalo-bot/set-webhook'
import { SendError } from '../delivery/send-error'
import type { Config } from '../server/config'
import { readZaloBotSettings } from '../server/create-channels'
import { CommandError } from './command-error'

/**
 * `npm run channels -- setup zalo-bot`: registers this server's webhook at the Zalo Bot Platform.
 * @param options.isDryRun only tells what would be done
 * @throws {CommandError} when variables are missing, or the platform does not take the address
 */
export async function setUpZaloBot(
  config: Config,
  { isDryRun }: { isDryRun: boolean },
): Promise<string[]> {
  const settings = readZaloBotSettings(config)
  const publicUrl = config.environment.PUBLIC_URL
  if (!settings) throw new CommandError('set ZALO_BOT_TOKEN and ZALO_BOT_SECRET first')
  if (!publicUrl?.startsWith('https:')) {
    throw new CommandError('set PUBLIC_URL to an https address first: the platform takes no other')
  }
  const url = `${publicUrl}/webhooks/zalo-bot`
  if (isDryRun) return [`would register ${url} with the secret of ZALO_BOT_SECRET`]
  const problem = await setZaloBotWebhook(url, settings).catch((error: unknown) => {
    if (!(error instanceof SendError)) throw error
    return `it was not reached (${error.code})`
  })
  if (problem) throw new CommandError(`the platform did not take ${url}: ${problem}`)
  return [`registered ${url}`]
}
