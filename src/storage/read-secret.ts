import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Schema } from './schema'

/**
 * A secret of this installation, 32 random bytes: made at the first call, and from then on the same for every process
 * on this database. It protects what lies beside it, so that whoever reads the database gains nothing by it.
 * @param now epoch milliseconds
 */
export async function readSecret(db: Kysely<Schema>, name: string, now: number): Promise<Buffer> {
  const key = `secret:${name}`
  await db
    .insertInto('state')
    .values({ key, value: JSON.stringify(randomBytes(32).toString('base64')), updated_at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const { value } = await db
    .selectFrom('state')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return Buffer.from(JSON.parse(value), 'base64')
}
