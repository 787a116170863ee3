import { type Kysely, Migrator } from 'kysely'
import { migrationsFor } from './migrations/migrations'
import type { DialectName, Schema } from './schema'

/**
 * Brings the tables up to date, in one transaction and under a lock: processes that start together wait for the
 * first, then find nothing left to do.
 * @throws {Error} when the database cannot be reached, or was written by a newer Loa.
 */
export async function migrate(kysely: Kysely<Schema>, dialect: DialectName): Promise<void> {
  const { error } = await createMigrator(kysely, dialect).migrateToLatest()
  if (error) throw error
}

/**
 * Migrates inside a transaction that the caller has begun on this connection, so that what else is done in it and this
 * are kept or undone together.
 * @param to name of the last migration to run (default: the newest)
 * @throws {Error} when it fails, or the database was written by a newer Loa
 */
export async function migrateWithin(
  connection: Kysely<Schema>,
  dialect: DialectName,
  to?: string,
): Promise<void> {
  const migrator = createMigrator(connection, dialect, true)
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to))
  if (error) throw error
}

/** The migrations that have run, in their order; none where the database is no Loa's yet. */
export async function readMigrations(
  connection: Kysely<Schema>,
  dialect: DialectName,
): Promise<string[]> {
  const all = await createMigrator(connection, dialect).getMigrations()
  return all.filter(({ executedAt }) => executedAt !== undefined).map(({ name }) => name)
}

function createMigrator(db: Kysely<Schema>, dialect: DialectName, disableTransactions = false) {
  const provider = { getMigrations: async () => migrationsFor(dialect) }
  return new Migrator({ db, provider, disableTransactions })
}
