import { type Kysely, sql } from 'kysely'
import type { DialectName, Schema } from '../schema'

/** A table that is there, whatever Loa it is of. */
export type FoundTable = { name: string; columns: string[]; hasGrowingId: boolean }

/** Every table of the database but the migrations' own, by name. */
export async function listTables(db: Kysely<Schema>, dialect: DialectName): Promise<FoundTable[]> {
  const tables = await db.introspection.getTables()
  const schema = dialect === 'postgres' ? await currentSchema(db) : undefined
  return tables
    .filter((table) => !table.isView && table.schema === schema)
    .map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => column.name),
      hasGrowingId: columns.some((column) => column.name === 'id' && column.isAutoIncrementing),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function currentSchema(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db)
  return rows[0]?.name ?? 'public'
}

/** Whether there is a row in a table. */
export async function holdsRows(db: Kysely<Schema>, table: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
  return rows.length > 0
}
