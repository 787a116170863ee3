import type { Migration } from 'kysely'

/** How often links were used, a row for a day, a link and what was done; their short codes; and guides carried elsewhere. */
export const links: Migration = {
  async up(db) {
    await db.schema
      .createTable('link_counts')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('unit', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('link_counts_key', [
        'day',
        'kind',
        'target',
        'unit',
        'place',
        'event',
      ])
      .execute()
    await db.schema
      .createTable('link_codes')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('ref', 'text', (column) => column.notNull().unique())
      .execute()
    await db.schema
      .createTable('carried_guides')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('guides', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
