import type { CreateTableBuilder } from 'kysely'
import type { DialectName } from '../schema'

/** Adds an id that grows and is never given twice, not even after the last row is deleted. */
export function withId<Table extends string>(
  table: CreateTableBuilder<Table>,
  dialect: DialectName,
) {
  return dialect === 'sqlite'
    ? table.addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    : table.addColumn('id', 'bigserial', (column) => column.primaryKey())
}
