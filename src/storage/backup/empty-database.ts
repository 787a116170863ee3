import { type Kysely, sql } from 'kysely'
import { readMigrations } from '../migrate'
import type { DialectName, Schema } from '../schema'
import { BackupError } from './backup-format'
import { holdsRows, listTables } from './list-tables'

/** Where the migrator keeps which migrations have run. */
const MIGRATION_TABLES = ['kysely_migration', 'kysely_migration_lock']

/**
 * Drops every table of Loa, inside the caller's transaction.
 * @throws {BackupError} when rows are there and `force` is not given, or the tables are not Loa's
 */
export async function emptyDatabase(
  db: Kysely<Schema>,
  dialect: DialectName,
  { force }: { force: boolean },
): Promise<void> {
  const names = (await listTables(db, dialect)).map(({ name }) => name)
  if (names.length === 0) return
  if ((await readMigrations(db, dialect)).length === 0) {
    throw new BackupError('the database holds tables that are not of Loa: name an empty one')
  }
  for (const name of names) {
    if (!force && (await holdsRows(db, name))) {
      throw new BackupError(
        'the database holds rows, which would be lost: name an empty one, or add --force',
      )
    }
  }
  const functions = dialect === 'postgres' ? await readTriggerFunctions(db, names) : []
  for (const name of [...names, ...MIGRATION_TABLES]) {
    await sql`drop table ${sql.table(name)}`.execute(db)
  }
  for (const name of functions) await sql`drop function ${sql.raw(name)}`.execute(db)
}

/** The functions that the tables' triggers run: they stay behind when the tables go. Names as PostgreSQL writes them. */
async function readTriggerFunctions(
  db: Kysely<Schema>,
  tables: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct pg_trigger.tgfoid::regprocedure::text as name
    from pg_trigger join pg_class on pg_class.oid = pg_trigger.tgrelid
    join pg_namespace on pg_namespace.oid = pg_class.relnamespace
    where not pg_trigger.tgisinternal and pg_namespace.nspname = current_schema()
      and pg_class.relname in (${sql.join(tables)})`.execute(db)
  return rows.map(({ name }) => name)
}
