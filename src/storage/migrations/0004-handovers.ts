import type { Migration } from 'kysely'

/** Who has a conversation: one row for each that ever changed hands. */
export const handovers: Migration = {
  async up(db) {
    await db.schema
      .createTable('handovers')
      .addColumn('conversation', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('occurred_at', 'bigint', (column) => column.notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .execute()
  },
}
