import { type Kysely, type Migration, sql } from 'kysely'
import type { DialectName } from '../schema'
import { withId } from './with-id'

/**
 * What the team learns from: questions found again by their form, daily counts, what was decided about unanswered
 * questions, and the people who wait for a person.
 */
export function insights(dialect: DialectName): Migration {
  return {
    async up(db) {
      await extendQuestions(db)
      await createCounts(db, dialect)
      await createDecisions(db, dialect)
      await createHelpRequests(db, dialect)
      await db.schema
        .alterTable('outbox')
        .addColumn('by_staff', 'integer', (column) => column.notNull().defaultTo(0))
        .execute()
    },
  }
}

async function extendQuestions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('questions')
    .addColumn('form', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema.alterTable('questions').addColumn('useful', 'integer').execute()
  // Marks and case do not count when questions are grouped: the text does for what was asked before forms were kept.
  await sql`update questions set form = substr(text, 1, 200)`.execute(db)
  await db.schema
    .createIndex('questions_form')
    .on('questions')
    .columns(['form', 'asked_at'])
    .execute()
  await db.schema
    .createTable('open_questions')
    .addColumn('form', 'text', (column) => column.primaryKey())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('unanswered', 'integer', (column) => column.notNull())
    .addColumn('unsure', 'integer', (column) => column.notNull())
    .addColumn('not_useful', 'integer', (column) => column.notNull())
    .addColumn('total', 'integer', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('latest', 'bigint', (column) => column.notNull())
    .execute()
  await sql`insert into open_questions
    select form, max(text), sum(case when kind = 'fallback' then 1 else 0 end),
      sum(case when kind = 'clarify' then 1 else 0 end), 0, count(*), null, max(asked_at)
    from questions where kind in ('fallback', 'clarify') group by form`.execute(db)
  await db.schema
    .createIndex('open_questions_total')
    .on('open_questions')
    .columns(['total desc', 'form'])
    .execute()
}

async function createCounts(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await withId(db.schema.createTable('tally_marks'), dialect)
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('measure', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('link', 'text')
    .execute()
  await db.schema
    .createTable('tallies')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('measure', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    // A key cannot hold null: '' is no link.
    .addColumn('link', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('tallies_key', [
      'day',
      'channel',
      'measure',
      'subject',
      'part',
      'link',
    ])
    .execute()
  await db.schema
    .createTable('visitors')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('link', 'text')
    .addPrimaryKeyConstraint('visitors_key', ['day', 'hash'])
    .execute()
  await db.schema
    .createTable('day_salts')
    .addColumn('day', 'text', (column) => column.primaryKey())
    .addColumn('salt', 'text', (column) => column.notNull())
    .execute()
}

async function createDecisions(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await withId(db.schema.createTable('question_decisions'), dialect)
    .addColumn('decided_at', 'bigint', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('target', 'text')
    .addColumn('reason', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('decided_forms')
    .addColumn('form', 'text', (column) => column.primaryKey())
    .addColumn('decision_id', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('decided_forms_decision')
    .on('decided_forms')
    .column('decision_id')
    .execute()
}

async function createHelpRequests(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await withId(db.schema.createTable('help_requests'), dialect)
    .addColumn('conversation', 'text', (column) => column.notNull().unique())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('taken_by', 'bigint')
    .addColumn('taken_by_name', 'text')
    .execute()
}
