import { type Kysely, sql } from 'kysely'
import { migrateWithin } from '../../src/storage/migrate'
import { connectDatabase } from '../../src/storage/open-database'
import type { Schema } from '../../src/storage/schema'

/** Makes the tables of the first Loa in an empty database, with a row in each as it would have written it. */
export async function makeOldDatabase(url: string): Promise<void> {
  const database = await connectDatabase(url)
  try {
    await database.kysely.connection().execute(async (connection) => {
      await sql`begin`.execute(connection)
      await migrateWithin(connection, database.dialect, '0001-first-tables')
      await fill(connection)
      await sql`commit`.execute(connection)
    })
    await database.sync()
  } finally {
    await database.close()
  }
}

async function fill(db: Kysely<Schema>): Promise<void> {
  await sql`insert into inbox
    (channel, event_id, conversation, occurred_at, activity, status, available_at, received_at)
    values ('web', 'e1', 'web:site:old', 1, '{"type":"message","text":"chào"}', 'done', 1, 1)`.execute(
    db,
  )
  await sql`insert into outbox (channel, conversation, inbox_id, payload, status, available_at, created_at)
    values ('web', 'web:site:old', 1, '{"text":"Chào bạn"}', 'sent', 1, 1)`.execute(db)
  await sql`insert into state values ('web:site:old', '{"greeted":true}', 1)`.execute(db)
  await sql`insert into tokens values ('zalo', '1', '{"refreshToken":"old"}', 1)`.execute(db)
  await sql`insert into flow_versions values ('h', 'old-guide', '{}')`.execute(db)
  await sql`insert into questions (asked_at, channel, kind, text) values
    (1, 'web', 'fallback', 'Giá vàng?'), (2, 'web', 'answer', 'Chip?')`.execute(db)
}
