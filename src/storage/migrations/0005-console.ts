import { type Kysely, type Migration, sql } from 'kysely'
import type { DialectName } from '../schema'
import { withId } from './with-id'

/** The people of the console, what keeps them signed in, and the audit trail. */
export function consolePeople(dialect: DialectName): Migration {
  return {
    async up(db) {
      await createAccounts(db, dialect)
      await createKeys(db)
      await createAudit(db, dialect)
    },
  }
}

async function createAccounts(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await withId(db.schema.createTable('accounts'), dialect)
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('password', 'text')
    .addColumn('totp_secret', 'text')
    .addColumn('totp_step', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('recovery_codes', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('locked_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('signed_in_at', 'bigint')
    .execute()
}

/** What lets somebody in without a password: only hashes, so that who reads the database cannot use them. */
async function createKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('sessions_account').on('sessions').column('account_id').execute()
  await db.schema
    .createTable('devices')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('account_links')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('account_id', 'bigint')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
}

async function createAudit(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await withId(db.schema.createTable('audit'), dialect)
    .addColumn('noted_at', 'bigint', (column) => column.notNull())
    .addColumn('account_id', 'bigint')
    .addColumn('account_name', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('audit_account').on('audit').columns(['account_id', 'id']).execute()
  await db.schema.createIndex('audit_action').on('audit').columns(['action', 'id']).execute()
  await (dialect === 'sqlite' ? protectOnSqlite(db) : protectOnPostgres(db))
}

async function protectOnSqlite(db: Kysely<unknown>): Promise<void> {
  for (const verb of ['update', 'delete']) {
    await sql`create trigger ${sql.ref(`audit_no_${verb}`)} before ${sql.raw(verb)} on audit
      begin select raise(abort, 'the audit trail is only ever added to'); end`.execute(db)
  }
}

async function protectOnPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function refuse_audit_change() returns trigger language plpgsql as
    $$ begin raise exception 'the audit trail is only ever added to'; end $$`.execute(db)
  await sql`create trigger audit_no_change before update or delete or truncate on audit
    for each statement execute function refuse_audit_change()`.execute(db)
}
