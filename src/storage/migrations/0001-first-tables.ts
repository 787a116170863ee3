import { type Kysely, type Migration, sql } from 'kysely'
import type { DialectName } from '../schema'
import { withId } from './with-id'

/** The inbox, the outbox, the bot's state, tokens, flow versions and questions. */
export function firstTables(dialect: DialectName): Migration {
  return {
    async up(db) {
      await createInbox(db, dialect)
      await createOutbox(db, dialect)
      await createState(db)
      await createQuestions(db, dialect)
    },
  }
}

async function createInbox(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await withId(db.schema.createTable('inbox'), dialect)
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('occurred_at', 'bigint', (column) => column.notNull())
    .addColumn('activity', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().defaultTo('pending'))
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('available_at', 'bigint', (column) => column.notNull())
    .addColumn('error', 'text')
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('inbox_event', ['channel', 'event_id'])
    .execute()
  await createPendingIndexes(db, 'inbox', {
    due: ['available_at', 'id'],
    conversation: ['conversation', 'occurred_at', 'id'],
  })
  await createHistoryIndex(db, 'inbox')
}

async function createOutbox(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await withId(db.schema.createTable('outbox'), dialect)
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('inbox_id', 'bigint')
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().defaultTo('pending'))
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('available_at', 'bigint', (column) => column.notNull())
    .addColumn('error', 'text')
    .addColumn('platform_message_id', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('sent_at', 'bigint')
    .execute()
  await createPendingIndexes(db, 'outbox', {
    due: ['channel', 'available_at', 'id'],
    conversation: ['conversation', 'id'],
  })
  await createHistoryIndex(db, 'outbox')
}

async function createState(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('state')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('tokens')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('pair', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('tokens_account', ['channel', 'account'])
    .execute()
  await db.schema
    .createTable('flow_versions')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('flow_id', 'text', (column) => column.notNull())
    .addColumn('definition', 'text', (column) => column.notNull())
    .execute()
}

async function createQuestions(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await withId(db.schema.createTable('questions'), dialect)
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('flow', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('questions_kind')
    .on('questions')
    .columns(['kind', 'asked_at'])
    .execute()
}

/** Indexes of what is still to be done only, so that a million rows that are done cost a claim nothing. */
async function createPendingIndexes(
  db: Kysely<unknown>,
  table: 'inbox' | 'outbox',
  indexes: Record<'due' | 'conversation', string[]>,
): Promise<void> {
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema
      .createIndex(`${table}_${name}`)
      .on(table)
      .columns(columns)
      .where(sql.ref('status'), '=', sql.lit('pending'))
      .execute()
  }
}

/** All of one conversation, for its transcript and to forget it. */
async function createHistoryIndex(db: Kysely<unknown>, table: 'inbox' | 'outbox'): Promise<void> {
  await db.schema
    .createIndex(`${table}_history`)
    .on(table)
    .columns(['conversation', 'id'])
    .execute()
}
