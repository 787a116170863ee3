import { parseArgs } from 'node:util'
import { toProfileRequests } from '../channels/messenger/profile'
import { setUpProfile } from '../channels/messenger/set-up-profile'
import { SendError } from '../delivery/send-error'
import { toMessengerSettings } from '../server/create-channels'
import { toMessengerProfile } from '../server/to-messenger-profile'
import { CommandError, runCommand } from './command-error'
import { connectZalo } from './connect-zalo'
import { readContent } from './read-content'
import { readEnvironment } from './read-environment'
import { setUpZaloBot } from './set-up-zalo-bot'

const USAGE = `npm run channels -- setup messenger [--dry-run]
  makes the Facebook page show what knowledge/messenger.yaml says: greeting, first button, menu, first questions
  --dry-run  prints the calls instead of making them; needs no token
npm run channels -- connect zalo
  prints the link by which an admin lets Loa answer for an official account
npm run channels -- setup zalo-bot [--dry-run]
  makes the Zalo Bot Platform send what people write to this server's webhook`

/** `npm run channels`: what a platform must be told once, and after each edit of it. */
async function channels(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  })
  const isDryRun = values['dry-run']
  switch (positionals.join(' ')) {
    case 'setup messenger':
      return setUpMessenger({ isDryRun })
    case 'setup zalo-bot':
      return print(await setUpZaloBot(readEnvironment(), { isDryRun }))
    case 'connect zalo':
      return print(connectZalo(readEnvironment(), Date.now()))
    default:
      throw new CommandError(USAGE)
  }
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function setUpMessenger({ isDryRun }: { isDryRun: boolean }): Promise<void> {
  const config = readEnvironment()
  const profile = toMessengerProfile(readContent(Date.now()).knowledge)
  if (!profile)
    throw new CommandError('there is no messenger.yaml in KNOWLEDGE_DIR: write it first')
  if (isDryRun) {
    process.stdout.write(`${JSON.stringify(toProfileRequests(profile), null, 2)}\n`)
    return
  }
  const { messenger } = config.channels
  if (!messenger.on) throw new CommandError(`Messenger is off: set ${messenger.missing.join(', ')}`)
  await setUpProfile(profile, toMessengerSettings(config.environment)).catch(explain)
  process.stdout.write(
    `The page has its greeting, ${profile.menu.length} lines of menu and ${profile.iceBreakers.length} first questions. A menu may take 24 hours to show everywhere.\n`,
  )
}

function explain(error: unknown): never {
  if (!(error instanceof SendError)) throw error
  const cause = error.cause instanceof Error ? `, ${error.cause.message}` : ''
  const fix =
    error.policy === 'pause'
      ? 'mend MESSENGER_PAGE_TOKEN, MESSENGER_APP_SECRET or the page’s permissions'
      : error.policy === 'retry'
        ? 'run it again in a while; Meta takes 10 such calls in 10 minutes'
        : 'run it with --dry-run and compare with Meta’s limits'
  throw new CommandError(`Meta did not take it (${error.code}${cause}): ${fix}`)
}

runCommand(channels)
