import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import Libsql from 'libsql'
import { ImmediateSqliteDialect } from './immediate-sqlite-dialect'

/** How long a statement waits for another process that writes to the same file. */
const BUSY_TIMEOUT_MS = 5_000

/**
 * Opens an SQLite file, `file:data/loa.db` or `file:///srv/loa/loa.db`, and makes its folder where it is missing.
 * A commit is on the disk when it returns (`synchronous=FULL`): the webhook's 200 promises that.
 * @throws {Error} when the file cannot be opened.
 */
export function sqliteDialect(url: string): ImmediateSqliteDialect {
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
  // Only the owner may look into the folder: what people wrote is in it.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const database = new Libsql(path)
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  return new ImmediateSqliteDialect({ database })
}
