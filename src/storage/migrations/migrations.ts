import type { Migration } from 'kysely'
import type { DialectName } from '../schema'
import { firstTables } from './0001-first-tables'

/** Every migration by its name. They run in the order of their names and are never edited after a release. */
export function migrationsFor(dialect: DialectName): Record<string, Migration> {
  return { '0001-first-tables': firstTables(dialect) }
}
