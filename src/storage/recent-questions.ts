import type { Kysely } from 'kysely'
import type { Schema } from './schema'

/** What became of messages that were read as a question; the others were steps of a guide and the like. */
const ASKED = ['answer', 'clarify', 'fallback', 'resume']

/** What people asked since `since` (epoch milliseconds), masked, each once with how often; the latest first. */
export function readRecentQuestions(
  db: Kysely<Schema>,
  { since, limit }: { since: number; limit: number },
): Promise<{ text: string; count: number }[]> {
  return db
    .selectFrom('questions')
    .select(({ fn }) => ['text', fn.countAll<number>().as('count')])
    .where('asked_at', '>=', since)
    .where('kind', 'in', ASKED)
    .groupBy('text')
    .orderBy(({ fn }) => fn.max('asked_at'), 'desc')
    .limit(limit)
    .execute()
}
