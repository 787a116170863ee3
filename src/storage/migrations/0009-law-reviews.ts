import type { Migration } from 'kysely'
import type { DialectName } from '../schema'
import { withId } from './with-id'

/** Legal documents that changed, and for each everything that rested on it, to be looked at again. */
export function lawReviews(dialect: DialectName): Migration {
  return {
    async up(db) {
      await withId(db.schema.createTable('law_reviews'), dialect)
        .addColumn('document', 'text', (column) => column.notNull())
        .addColumn('round', 'integer', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('replaced_by', 'text')
        .addColumn('effective_on', 'text')
        .addColumn('note', 'text', (column) => column.notNull())
        .addColumn('opened_by', 'text', (column) => column.notNull())
        .addColumn('opened_at', 'bigint', (column) => column.notNull())
        .addUniqueConstraint('law_reviews_round', ['document', 'round'])
        .execute()
      await withId(db.schema.createTable('law_review_items'), dialect)
        .addColumn('review_id', 'bigint', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('detail', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('decided_by', 'text')
        .addColumn('decided_at', 'bigint')
        .execute()
      await db.schema
        .createIndex('law_review_items_review')
        .on('law_review_items')
        .columns(['review_id', 'state'])
        .execute()
    },
  }
}
