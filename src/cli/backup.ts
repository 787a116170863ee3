import { existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { BackupError } from '../storage/backup/backup-format'
import { writeBackup } from '../storage/backup/write-backup'
import { connectDatabase } from '../storage/open-database'
import { toSqlitePath } from '../storage/sqlite-file'
import { CommandError, runCommand } from './command-error'
import { readEnvironment } from './read-environment'

const USAGE = 'npm run backup -- FILE     writes everything that DATABASE_URL holds into FILE'

/** `npm run backup`: everything into one file, while the program runs. */
async function backup(): Promise<void> {
  const [file, ...rest] = process.argv.slice(2)
  if (!file || file.startsWith('-') || rest.length > 0) throw new CommandError(USAGE)
  if (existsSync(file)) throw new CommandError(`${file} is there already: name another`)
  const { DATABASE_URL: url } = readEnvironment().environment
  const path = toSqlitePath(url)
  if (path !== null && !existsSync(path)) throw new CommandError(`${path} is not there`)
  const begun = Date.now()
  const database = await connectDatabase(url).catch((error: Error) => {
    throw new CommandError(error.message)
  })
  const part = `${file}.part`
  try {
    const { rows, tables } = await writeBackup(database, {
      now: begun,
      save: (lines) => saveLines(part, lines),
    })
    await rename(part, file)
    const { size } = await stat(file)
    process.stdout.write(
      `${file}: ${rows} rows of ${tables} tables, ${(size / 1024).toFixed(0)} KiB, ${((Date.now() - begun) / 1_000).toFixed(1)} s\n` +
        'It holds what people wrote and the keys of this installation: keep it as you keep the database.\n',
    )
  } catch (error) {
    await rm(part, { force: true })
    if (error instanceof BackupError || isOfSystem(error)) throw new CommandError(error.message)
    throw error
  } finally {
    await database.close()
  }
}

/** For its owner alone, and on the disk when this resolves. */
async function saveLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  await rm(path, { force: true })
  const file = await open(path, 'wx', 0o600)
  await pipeline(Readable.from(lines), createGzip(), file.createWriteStream({ flush: true }))
}

/** The disk is full, or the folder is not there: the message says so. */
function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

runCommand(backup)
