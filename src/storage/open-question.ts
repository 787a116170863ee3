import type { Kysely } from 'kysely'
import type { Schema } from './schema'

/** How much more often a question went wrong, by the way in which it did; `topic` answered it. */
export type OpenChange = {
  unanswered?: number
  unsure?: number
  notUseful?: number
  topic?: string
}

/**
 * Adds to how often a question of a form went wrong.
 * @param asked `text` is masked, `at` in epoch milliseconds
 */
export async function openQuestion(
  db: Kysely<Schema>,
  { form, text, at }: { form: string; text: string; at: number },
  { unanswered = 0, unsure = 0, notUseful = 0, topic }: OpenChange,
): Promise<void> {
  if (form === '') return
  const disliked = notUseful > 0 ? topic : undefined
  const row = { form, text, unanswered, unsure, not_useful: notUseful, latest: at }
  await db
    .insertInto('open_questions')
    .values({ ...row, total: unanswered + unsure + notUseful, topic: disliked ?? null })
    .onConflict((conflict) =>
      conflict.column('form').doUpdateSet(({ eb }) => ({
        text,
        latest: at,
        unanswered: eb('open_questions.unanswered', '+', unanswered),
        unsure: eb('open_questions.unsure', '+', unsure),
        not_useful: eb('open_questions.not_useful', '+', notUseful),
        total: eb('open_questions.total', '+', unanswered + unsure + notUseful),
        ...(disliked ? { topic: disliked } : {}),
      })),
    )
    .execute()
}
