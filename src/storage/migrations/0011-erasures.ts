import type { Migration } from 'kysely'
import type { DialectName } from '../schema'
import { withId } from './with-id'

/** Receipts of what was erased, and which conversations are gone over once more. */
export function erasures(dialect: DialectName): Migration {
  return {
    async up(db) {
      await withId(db.schema.createTable('erasures'), dialect)
        .addColumn('code', 'text', (column) => column.notNull().unique())
        .addColumn('erased_at', 'bigint', (column) => column.notNull())
        .addColumn('asked_by', 'text', (column) => column.notNull())
        .addColumn('counts', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('erasure_remains')
        .addColumn('conversation', 'text', (column) => column.primaryKey())
        .addColumn('until', 'bigint', (column) => column.notNull())
        .addColumn('due_at', 'bigint', (column) => column.notNull())
        .execute()
    },
  }
}
