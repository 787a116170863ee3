import type { Kysely } from 'kysely'
import type { Schema } from './schema'

/**
 * The states, as JSON objects, of conversations in which a guide is named: of all in it, and perhaps of some that only
 * speak of it.
 * @param since epoch milliseconds: who was silent longer has left it
 */
export async function readStatesInFlow(
  db: Kysely<Schema>,
  flow: string,
  since: number,
): Promise<unknown[]> {
  const rows = await db
    .selectFrom('state')
    .select('value')
    .where('updated_at', '>=', since)
    // An id has no character that would mean something here.
    .where('value', 'like', `%"flowId":"${flow}"%`)
    .execute()
  return rows.map(({ value }) => JSON.parse(value))
}
