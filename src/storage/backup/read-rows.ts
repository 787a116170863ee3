import { type Kysely, sql } from 'kysely'
import type { DialectName, Schema } from '../schema'
import { BackupError, type BackupRow, type BackupValue } from './backup-format'
import type { FoundTable } from './list-tables'

const ROWS_AT_A_TIME = 500

type Row = Record<string, unknown>

/** The rows of a table, some hundred in memory at a time. Must be read inside a transaction. */
export async function* readRows(
  db: Kysely<Schema>,
  dialect: DialectName,
  { name, columns }: FoundTable,
): AsyncGenerator<BackupRow> {
  const pages = dialect === 'sqlite' ? pagesOfSqlite(db, name) : pagesOfPostgres(db, name)
  for await (const page of pages) {
    for (const row of page) yield columns.map((column) => toValue(row[column], name, column))
  }
}

async function* pagesOfSqlite(db: Kysely<Schema>, table: string): AsyncGenerator<Row[]> {
  let last: unknown = 0
  for (;;) {
    const { rows } = await sql<Row>`select *, rowid as row_place from ${sql.table(table)}
      where rowid > ${last} order by rowid limit ${ROWS_AT_A_TIME}`.execute(db)
    yield rows
    if (rows.length < ROWS_AT_A_TIME) return
    last = rows.at(-1)?.row_place
  }
}

async function* pagesOfPostgres(db: Kysely<Schema>, table: string): AsyncGenerator<Row[]> {
  await sql`declare backup no scroll cursor for select * from ${sql.table(table)}`.execute(db)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(ROWS_AT_A_TIME)} from backup`.execute(db)
    yield rows
    if (rows.length < ROWS_AT_A_TIME) break
  }
  await sql`close backup`.execute(db)
}

function toValue(value: unknown, table: string, column: string): BackupValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  throw new BackupError(`${table}.${column} holds a ${typeof value}, which a backup cannot`)
}
