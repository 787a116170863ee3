import type { Migration } from 'kysely'
import type { DialectName } from '../schema'
import { withId } from './with-id'

/** The published states of knowledge and flows, and the texts of their files, each stored once. */
export function revisions(dialect: DialectName): Migration {
  return {
    async up(db) {
      await withId(db.schema.createTable('revisions'), dialect)
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('author', 'text', (column) => column.notNull())
        .addColumn('message', 'text', (column) => column.notNull())
        .addColumn('published_at', 'bigint', (column) => column.notNull())
        .addColumn('files', 'text', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('revisions_hash').on('revisions').column('hash').execute()
      await db.schema
        .createTable('file_texts')
        .addColumn('hash', 'text', (column) => column.primaryKey())
        .addColumn('text', 'text', (column) => column.notNull())
        .execute()
    },
  }
}
