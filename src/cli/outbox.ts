import { parseArgs } from 'node:util'
import { redact } from '../safety/redact'
import {
  type DeadLetter,
  type DeadLetterChoice,
  deadLetterTable,
} from '../storage/dead-letter-table'
import { announceAtCommit } from '../storage/notices'
import { type Database, openDatabase } from '../storage/open-database'
import { CommandError, runCommand } from './command-error'
import { readEnvironment } from './read-environment'

const USAGE = `npm run outbox -- list                     the newest messages that could not be sent
npm run outbox -- list --show ID           the words of one of them, numbers and codes masked
npm run outbox -- retry ID… | --all [--channel NAME]   send them again
npm run outbox -- drop ID… | --all [--channel NAME]    delete them for good`

const LIST_LENGTH = 100

/** `npm run outbox`: what could not be sent. Neither people nor their words are ever printed. */
async function outbox(): Promise<void> {
  const { values, positionals } = readArguments()
  const [action, ...rest] = positionals
  if (action !== 'list' && action !== 'retry' && action !== 'drop') throw new CommandError(USAGE)
  const { environment } = readEnvironment()
  const database = await openDatabase(environment.DATABASE_URL).catch((error: Error) => {
    throw new CommandError(error.message)
  })
  try {
    if (action === 'list') await list(database, values.show)
    else await settle(database, action, toChoice(rest, values))
  } finally {
    await database.close()
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        all: { type: 'boolean', default: false },
        channel: { type: 'string' },
        show: { type: 'string' },
      },
    })
  } catch {
    throw new CommandError(USAGE)
  }
}

async function list({ kysely }: Database, show: string | undefined): Promise<void> {
  const letters = deadLetterTable(kysely)
  if (show !== undefined) {
    const payload = await letters.readPayload(toId(show))
    if (!payload) throw new CommandError(`${show} is no dead letter: see npm run outbox -- list`)
    for (const words of wordsOf(payload)) process.stdout.write(`${redact(words).text}\n`)
    return
  }
  const found = await letters.latest(LIST_LENGTH)
  if (found.length === 0) process.stdout.write('nothing: every message was sent or is on its way\n')
  else process.stdout.write(toTable(found, Date.now()))
}

function toTable(letters: readonly DeadLetter[], now: number): string {
  const rows = letters.map(({ id, channel, error, attempts, createdAt }) => [
    String(id),
    channel,
    error ?? '',
    String(attempts),
    `${((now - createdAt) / 3_600_000).toFixed(1)} h`,
  ])
  return [['id', 'channel', 'code', 'attempts', 'age'], ...rows]
    .map(
      ([id = '', channel = '', code = '', attempts = '', age = '']) =>
        `${id.padStart(8)}  ${channel.padEnd(10)}${code.padEnd(28)}${attempts.padStart(8)}${age.padStart(10)}`,
    )
    .map((line) => `${line}\n`)
    .join('')
}

/** What people would have read: texts and titles, wherever the platform's request holds them. */
function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) =>
    typeof held === 'string' ? (key === 'text' || key === 'title' ? [held] : []) : wordsOf(held),
  )
}

async function settle(
  database: Database,
  action: 'retry' | 'drop',
  choice: DeadLetterChoice,
): Promise<void> {
  const ids = await database.kysely.transaction().execute(async (transaction) => {
    const letters = deadLetterTable(transaction)
    if (action === 'drop') return letters.drop(choice)
    await announceAtCommit(transaction, database, 'outbox')
    return letters.retry(choice, Date.now())
  })
  await database.sync()
  const done = action === 'retry' ? 'to be sent again' : 'deleted'
  process.stdout.write(`${ids.length} ${done}${ids.length > 0 ? `: ${ids.join(' ')}` : ''}\n`)
  const missing = 'ids' in choice ? choice.ids.filter((id) => !ids.includes(id)) : []
  if (missing.length > 0) throw new CommandError(`no dead letters: ${missing.join(' ')}`)
}

function toChoice(
  ids: readonly string[],
  { all, channel }: { all: boolean; channel?: string | undefined },
): DeadLetterChoice {
  if (all === ids.length > 0) throw new CommandError(`name ids, or --all\n${USAGE}`)
  if (!all) return { ids: ids.map(toId) }
  return channel === undefined ? { all } : { all, channel }
}

function toId(text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new CommandError(`${text} is no id: see npm run outbox -- list`)
  return Number(text)
}

runCommand(outbox)
