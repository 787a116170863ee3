import { type Kysely, sql } from 'kysely'
import type { DialectName, Schema } from '../schema'

/** The greatest id that a table with growing ids has ever given; 0 where it has given none. */
export async function readLastId(
  db: Kysely<Schema>,
  dialect: DialectName,
  table: string,
): Promise<number> {
  if (dialect === 'sqlite') {
    const { rows } = await sql<{
      seq: number
    }>`select seq from sqlite_sequence where name = ${table}`.execute(db)
    return rows[0]?.seq ?? 0
  }
  const sequence = await readSequence(db, table)
  const { rows } = await sql<{
    last: number
  }>`select case when is_called then last_value else 0 end as last from ${sql.raw(sequence)}`.execute(
    db,
  )
  return rows[0]?.last ?? 0
}

/** Lets a table give greater ids than this from now on: an id that a platform knows must not come again. */
export async function writeLastId(
  db: Kysely<Schema>,
  dialect: DialectName,
  { table, lastId }: { table: string; lastId: number },
): Promise<void> {
  if (dialect === 'sqlite') {
    await sql`delete from sqlite_sequence where name = ${table}`.execute(db)
    await sql`insert into sqlite_sequence (name, seq) values (${table}, ${lastId})`.execute(db)
    return
  }
  const sequence = await readSequence(db, table)
  await sql`select setval(${sequence}::regclass, ${Math.max(lastId, 1)}, ${lastId > 0})`.execute(db)
}

/** The name of a table's sequence, quoted by PostgreSQL itself. */
async function readSequence(db: Kysely<Schema>, table: string): Promise<string> {
  const { rows } = await sql<{
    name: string
  }>`select pg_get_serial_sequence(quote_ident(${table}), 'id') as name`.execute(db)
  if (!rows[0]?.name) throw new Error(`the table ${table} has no sequence of ids`)
  return rows[0].name
}
