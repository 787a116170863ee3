import type { Migration } from 'kysely'
import type { DialectName } from '../schema'
import { withId } from './with-id'

/** Official notices above or in the place of answers, and who said yes to them. */
export function bulletins(dialect: DialectName): Migration {
  return {
    async up(db) {
      await withId(db.schema.createTable('bulletins'), dialect)
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('link', 'text')
        .addColumn('topic', 'text')
        .addColumn('ends_at', 'bigint', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('author_id', 'bigint', (column) => column.notNull())
        .addColumn('author', 'text', (column) => column.notNull())
        .addColumn('asked_at', 'bigint', (column) => column.notNull())
        .addColumn('out_at', 'bigint')
        .addColumn('closed_at', 'bigint')
        .addColumn('closed_by', 'text')
        .addColumn('reason', 'text', (column) => column.notNull())
        .execute()
      // Looked at all the time, for what is out.
      await db.schema
        .createIndex('bulletins_state')
        .on('bulletins')
        .columns(['state', 'ends_at'])
        .execute()
      await db.schema
        .createTable('bulletin_approvals')
        .addColumn('bulletin', 'bigint', (column) => column.notNull())
        .addColumn('account_id', 'bigint', (column) => column.notNull())
        .addColumn('account', 'text', (column) => column.notNull())
        .addColumn('approved_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('bulletin_approvals_key', ['bulletin', 'account_id'])
        .execute()
    },
  }
}
