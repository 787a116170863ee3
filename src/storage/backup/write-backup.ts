import { type Kysely, sql } from 'kysely'
import { readMigrations } from '../migrate'
import type { Database } from '../open-database'
import type { DialectName, Schema } from '../schema'
import {
  type BackupEnd,
  BackupError,
  type BackupHead,
  type BackupSummary,
  type BackupTable,
} from './backup-format'
import { readLastId } from './last-id'
import { listTables } from './list-tables'
import { readRows } from './read-rows'

/**
 * Reads every table in one transaction that sees the database as it was at one moment, while others go on writing.
 * @param save given the backup's lines, each with its end; resolves when they are safe
 * @throws {BackupError} when there is nothing of Loa in the database
 */
export async function writeBackup(
  database: Database,
  { now, save }: { now: number; save(lines: AsyncIterable<string>): Promise<void> },
): Promise<BackupSummary> {
  const { kysely, dialect } = database
  const summary = { tables: 0, rows: 0 }
  await kysely.connection().execute(async (connection) => {
    // Neither takes a lock that a writer would wait for; SQLite's own `begin` sees one moment from its first read on.
    const begin = { sqlite: 'begin', postgres: 'begin isolation level repeatable read read only' }
    await sql.raw(begin[dialect]).execute(connection)
    try {
      await save(toLines(connection, dialect, { now, summary }))
    } finally {
      await sql`rollback`.execute(connection)
    }
  })
  return summary
}

async function* toLines(
  db: Kysely<Schema>,
  dialect: DialectName,
  { now, summary }: { now: number; summary: BackupSummary },
): AsyncGenerator<string> {
  const migrations = await readMigrations(db, dialect)
  if (migrations.length === 0) throw new BackupError('there is nothing in it: no Loa has used it')
  yield toLine<BackupHead>({
    format: 'loa-backup',
    version: 1,
    made_at: new Date(now).toISOString(),
    migrations,
  })
  for (const table of await listTables(db, dialect)) {
    const { name, columns, hasGrowingId } = table
    const last_id = hasGrowingId ? await readLastId(db, dialect, name) : null
    yield toLine<BackupTable>({ table: name, columns, last_id })
    summary.tables += 1
    for await (const row of readRows(db, dialect, table)) {
      yield toLine(row)
      summary.rows += 1
    }
  }
  yield toLine<BackupEnd>({ end: true, rows: summary.rows })
}

function toLine<T>(value: T): string {
  return `${JSON.stringify(value)}\n`
}
