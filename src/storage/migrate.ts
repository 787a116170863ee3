import { type Kysely, Migrator } from 'kysely'
import { migrationsFor } from './migrations/migrations'
import type { DialectName, Schema } from './schema'

/**
 * Brings the tables up to date, in one transaction and under a lock: processes that start together wait for the
 * first, then find nothing left to do.
 * @throws {Error} when the database cannot be reached, or was written by a newer Loa.
 */
export async function migrate(kysely: Kysely<Schema>, dialect: DialectName): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrationsFor(dialect) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
