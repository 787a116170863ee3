import { Kysely, sql } from 'kysely'
import { migrate } from './migrate'
import { postgresDialect } from './postgres-dialect'
import type { DialectName, Schema } from './schema'
import { openSqliteFile } from './sqlite-file'

/** An open database, its tables up to date. */
export type Database = {
  kysely: Kysely<Schema>
  dialect: DialectName
  /**
   * Resolves once everything that was committed before the call is on the disk; many callers share one wait. A commit
   * alone survives the death of the process, on SQLite not yet a power cut: wait for this before the world is told.
   */
  sync(): Promise<void>
  /**
   * Leaves nothing of what was deleted in the files that SQLite writes, as far as nobody reads in them at this moment;
   * PostgreSQL's autovacuum does so by itself.
   */
  scrub(): Promise<void>
  /** Waits for queries that run and lets go of the file or the connections. May be called twice. */
  close(): Promise<void>
}

/**
 * Opens the database of `DATABASE_URL` and brings its tables up to date. Any number of processes may do so at once.
 * @param url `file:<path>` for SQLite, `postgres://…` for PostgreSQL.
 * @throws {Error} when the address is of no known kind, nothing can be reached there, or its tables are of a newer
 *   Loa. The message says what to do and holds no password.
 */
export function openDatabase(url: string): Promise<Database> {
  return connect(url, ({ kysely, dialect }) => migrate(kysely, dialect))
}

/**
 * Opens the database as it is: its tables may be those of an older Loa, or not be there at all.
 * @param url as for {@link openDatabase}
 * @throws {Error} when the address is of no known kind or nothing can be reached there
 */
export function connectDatabase(url: string): Promise<Database> {
  return connect(url, ({ kysely }) => sql`select 1`.execute(kysely))
}

async function connect(
  url: string,
  prepare: (database: Database) => Promise<unknown>,
): Promise<Database> {
  const dialect = dialectOf(url)
  try {
    const { sync, scrub, close: letGo, ...driver } = openDriver(dialect, url)
    const kysely = new Kysely<Schema>(driver)
    const close = async () => {
      await letGo()
      await kysely.destroy()
    }
    const database = { kysely, dialect, sync, scrub, close }
    await prepare(database).catch(async (error) => {
      await close()
      throw error
    })
    return database
  } catch (cause) {
    throw new Error(unusable(dialect, url, cause), { cause })
  }
}

function dialectOf(url: string): DialectName {
  if (/^postgres(ql)?:\/\//.test(url)) return 'postgres'
  if (/^file:./.test(url)) return 'sqlite'
  throw new Error('DATABASE_URL must begin with "file:" (SQLite) or "postgres://" (PostgreSQL)')
}

function openDriver(dialect: DialectName, url: string) {
  if (dialect === 'sqlite') return openSqliteFile(url)
  // PostgreSQL answers a commit when it is on the disk.
  const nothing = async () => {}
  return { dialect: postgresDialect(url), sync: nothing, scrub: nothing, close: nothing }
}

function unusable(dialect: DialectName, url: string, cause: unknown): string {
  const advice = {
    sqlite: 'check that its folder may be written to and the disk is not full, or set DATABASE_URL',
    postgres: 'check that PostgreSQL runs and DATABASE_URL names its host, user and database',
  }
  const told = reason(cause)
  const mend = /not a database/.test(told)
    ? 'it is another kind of file, so set DATABASE_URL to a path of its own'
    : advice[dialect]
  return `cannot use the database ${masked(url)} (${told}): ${mend}`
}

function masked(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//***@').replace(/\?.*/, '')
}

/** A host with several addresses fails with a code and an empty message. */
function reason(cause: unknown): string {
  const { message, code } = cause as Partial<NodeJS.ErrnoException>
  return message || code || String(cause)
}
