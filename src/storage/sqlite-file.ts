import { mkdirSync, realpathSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import Libsql from 'libsql'
import { cachedStatements } from './cached-statements'
import { ImmediateSqliteDialect } from './immediate-sqlite-dialect'
import { shareRuns } from './share-runs'

/** How long a statement waits for another process that writes to the same file. */
const BUSY_TIMEOUT_MS = 5_000

/** An SQLite file that is open. */
export type SqliteFile = {
  dialect: ImmediateSqliteDialect
  /** Resolves once everything that was committed before the call is on the disk. */
  sync(): Promise<void>
  /** Takes what was deleted out of the log as well, where nobody reads in it at this moment. */
  scrub(): Promise<void>
  /** Lets go of the log; the dialect closes the file itself. */
  close(): Promise<void>
}

/**
 * Opens an SQLite file, `file:data/loa.db` or `file:///srv/loa/loa.db`, and makes its folder where it is missing.
 *
 * A commit survives `kill -9` at once, but is safe from a power cut only after `sync`: `synchronous=NORMAL` writes it
 * to the write-ahead log and does not wait for the disk, which would hold up the event loop for milliseconds each time.
 * `sync` waits for the log in a thread of Node's, for all who ask meanwhile together. The log ends at its last whole
 * commit by SQLite's checksums, so that what is lost in a power cut are the latest commits, never a part of one
 * (https://www.sqlite.org/wal.html, "Performance Considerations").
 * @throws {Error} when the file cannot be opened.
 */
export function openSqliteFile(url: string): SqliteFile {
  const path = toSqlitePath(url) ?? ''
  // Only the owner may look into the folder: what people wrote is in it.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const database = new Libsql(path)
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.pragma('foreign_keys = ON')
  // What is deleted is overwritten in the file, and not only forgotten.
  database.pragma('secure_delete = ON')

  // SQLite keeps this very file until its last connection closes, and locks others: to open and close it is harmless.
  const logPath = `${realpathSync(path)}-wal`
  let log: Promise<FileHandle> | undefined
  return {
    dialect: new ImmediateSqliteDialect({ database: cachedStatements(database) }),
    sync: shareRuns(async () => {
      log ??= open(logPath, 'r+')
      try {
        await (await log).datasync()
      } catch (error) {
        log = undefined
        throw error
      }
    }),
    async scrub() {
      database.pragma('wal_checkpoint(TRUNCATE)')
    },
    async close() {
      await (await log)?.close()
      log = undefined
    },
  }
}

/** Where the SQLite file of a `DATABASE_URL` lies; null for another kind of database. */
export function toSqlitePath(url: string): string | null {
  if (!url.startsWith('file:')) return null
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
}
