import { type Kysely, sql } from 'kysely'
import { migrateWithin } from '../migrate'
import { migrationsFor } from '../migrations/migrations'
import type { Database } from '../open-database'
import type { DialectName, Schema } from '../schema'
import {
  type BackupEnd,
  BackupError,
  type BackupHead,
  type BackupRow,
  type BackupSummary,
  type BackupTable,
} from './backup-format'
import { emptyDatabase } from './empty-database'
import { writeLastId } from './last-id'
import { holdsRows, listTables } from './list-tables'

/** SQLite takes 32 766 values in a statement. */
const VALUES_PER_INSERT = 30_000
const ROWS_PER_INSERT = 500

/**
 * Puts a backup in the place of what a database holds, in one transaction: whatever fails, the database stays as it was.
 * The tables are first made as they were when the backup was, and brought up to date with its rows in them.
 * @param lines the backup's lines
 * @param force whether rows that are there may go
 * @throws {BackupError} when the lines are no whole backup that this Loa understands, or rows are in the way
 */
export async function restoreBackup(
  database: Database,
  lines: AsyncIterable<string>,
  { force }: { force: boolean },
): Promise<BackupSummary> {
  const { kysely, dialect } = database
  const summary = await kysely.connection().execute(async (connection) => {
    await sql.raw(dialect === 'sqlite' ? 'begin immediate' : 'begin').execute(connection)
    try {
      await emptyDatabase(connection, dialect, { force })
      const restored = await takeLines(connection, dialect, lines)
      await migrateWithin(connection, dialect)
      await sql`commit`.execute(connection)
      return restored
    } catch (error) {
      await sql`rollback`.execute(connection)
      throw error
    }
  })
  await database.sync()
  return summary
}

async function takeLines(
  db: Kysely<Schema>,
  dialect: DialectName,
  lines: AsyncIterable<string>,
): Promise<BackupSummary> {
  const summary = { tables: 0, rows: 0 }
  let head: BackupHead | undefined
  let end: BackupEnd | undefined
  let table: BackupTable | undefined
  let waiting: BackupRow[] = []

  async function insertWaiting(): Promise<void> {
    if (table && waiting.length > 0) await insertRows(db, dialect, table, waiting)
    waiting = []
  }

  for await (const line of lines) {
    const value = parseLine(line)
    if (!head) {
      head = value as BackupHead // checked by the next line
      await prepareTables(db, dialect, head)
    } else if (Array.isArray(value)) {
      waiting.push(value)
      summary.rows += 1
      if (waiting.length >= ROWS_PER_INSERT) await insertWaiting()
    } else {
      await insertWaiting()
      if ('end' in value) end = value
      else {
        table = value as BackupTable // no other line is left
        summary.tables += 1
        if (table.last_id !== null) await keepLastId(db, dialect, table, table.last_id)
      }
    }
  }
  if (!head) throw new BackupError('the file is empty')
  if (end?.rows !== summary.rows) throw new BackupError('the file is cut short: take another')
  return summary
}

/** Rows that are put in later with their own ids, all smaller, change nothing about it. */
function keepLastId(
  db: Kysely<Schema>,
  dialect: DialectName,
  { table }: BackupTable,
  lastId: number,
): Promise<void> {
  return writeLastId(db, dialect, { table, lastId })
}

function parseLine(line: string): BackupHead | BackupTable | BackupRow | BackupEnd {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new BackupError('the file is damaged: take another', { cause })
  }
}

async function prepareTables(
  db: Kysely<Schema>,
  dialect: DialectName,
  { format, version, migrations }: BackupHead,
): Promise<void> {
  if (format !== 'loa-backup') throw new BackupError('the file is no backup of Loa')
  const known = migrationsFor(dialect)
  if (version !== 1 || migrations.some((name) => !(name in known))) {
    throw new BackupError('the backup was made by a newer Loa: update this one first')
  }
  await migrateWithin(db, dialect, migrations.at(-1))
  // What a migration puts into a new database is in the backup, too.
  for (const { name } of await listTables(db, dialect)) {
    if (await holdsRows(db, name)) await sql`delete from ${sql.table(name)}`.execute(db)
  }
}

async function insertRows(
  db: Kysely<Schema>,
  dialect: DialectName,
  { table, columns }: BackupTable,
  rows: readonly BackupRow[],
): Promise<void> {
  // Which tables there are and what they hold is known from the backup alone.
  const anyTable = db as unknown as Kysely<Record<string, Record<string, unknown>>>
  const atATime = Math.max(1, Math.floor(VALUES_PER_INSERT / columns.length))
  for (let from = 0; from < rows.length; from += atATime) {
    const values = rows
      .slice(from, from + atATime)
      .map((row) =>
        Object.fromEntries(columns.map((column, at) => [column, toStored(row[at], dialect)])),
      )
    await anyTable.insertInto(table).values(values).execute()
  }
}

/** PostgreSQL has no way to hold the character 0. */
function toStored(value: BackupRow[number] | undefined, dialect: DialectName) {
  return dialect === 'postgres' && typeof value === 'string' ? value.replaceAll('\0', '') : value
}
