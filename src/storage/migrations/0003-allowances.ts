import type { Migration } from 'kysely'

/** The buckets from which all processes take what a platform lets them send. */
export const allowances: Migration = {
  async up(db) {
    await db.schema
      .createTable('allowances')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('tokens', 'double precision', (column) => column.notNull())
      .addColumn('refilled_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
