import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { BackupError } from '../storage/backup/backup-format'
import { restoreBackup } from '../storage/backup/restore-backup'
import { connectDatabase } from '../storage/open-database'
import { CommandError, runCommand } from './command-error'
import { readEnvironment } from './read-environment'

const USAGE = `npm run restore -- FILE             puts a backup into the empty database of DATABASE_URL
npm run restore -- FILE --force     … in the place of what it holds`

/** `npm run restore`: a backup into either kind of database. Stop every Loa on it first. */
async function restore(): Promise<void> {
  const { file, force } = readArguments()
  const { DATABASE_URL: url } = readEnvironment().environment
  const begun = Date.now()
  const database = await connectDatabase(url).catch((error: Error) => {
    throw new CommandError(error.message)
  })
  try {
    const { rows, tables } = await restoreBackup(database, readLines(file), { force })
    process.stdout.write(
      `restored ${rows} rows of ${tables} tables in ${((Date.now() - begun) / 1_000).toFixed(1)} s\n`,
    )
  } catch (error) {
    if (error instanceof BackupError) throw new CommandError(`${file}: ${error.message}`)
    throw error
  } finally {
    await database.close()
  }
}

function readArguments(): { file: string; force: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { force: { type: 'boolean', default: false } },
    })
    const [file, ...rest] = positionals
    if (file !== undefined && rest.length === 0) return { file, force: values.force }
  } catch {
    // An option that is not known.
  }
  throw new CommandError(USAGE)
}

/** @throws {BackupError} (while it is read) when the file is not there or not whole */
async function* readLines(file: string): AsyncGenerator<string> {
  const unzipped = createGunzip()
  unzipped.setEncoding('utf8')
  // Whatever fails on the way destroys the last stream with its error, which the loop throws.
  pipeline(createReadStream(file), unzipped).catch(() => {})
  let rest = ''
  try {
    for await (const chunk of unzipped) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    const { message } = error as Error
    throw new BackupError(`the file cannot be read (${message}): take another`)
  }
  if (rest !== '') throw new BackupError('the file is cut short: take another')
}

runCommand(restore)
