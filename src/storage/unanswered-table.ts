import type { Kysely } from 'kysely'
import type { QuestionDecisionColumns, Schema } from './schema'

/** One form of question that went wrong, and how often in which way. */
export type UnansweredForm = {
  form: string
  /** One of the texts that people typed, masked. */
  text: string
  /** No answer was found. */
  unanswered: number
  /** It was asked back about, and none of the choices was taken. */
  unsure: number
  /** The answer was marked as not useful. */
  notUseful: number
  /** Epoch milliseconds. */
  latest: number
  /** The entry whose answer was marked last; null where none was. */
  topic: string | null
}

/** What the team decided about a group of questions. */
export type QuestionDecision = {
  id: number
  /** Epoch milliseconds. */
  decidedAt: number
  /** Name of who decided. */
  account: string
  kind: QuestionDecisionColumns['kind']
  target: string | null
  reason: string | null
  /** The question as it was shown. */
  text: string
  /** All forms that it settles. */
  forms: string[]
}

/** Questions that went unanswered and what was decided about them. */
export type UnansweredTable = {
  /** A decision; null where there is none. */
  read(id: number): Promise<QuestionDecision | null>
  /** The forms that went wrong most often and still do since `since` (epoch milliseconds), without those that a decision settles. */
  list(since: number, limit: number): Promise<UnansweredForm[]>
  /** Keeps a decision, unless one of its forms is settled by another: then null, and nothing changes. */
  decide(decision: Omit<QuestionDecision, 'id'>): Promise<QuestionDecision | null>
  /** The latest decisions, newest first. */
  decisions(limit: number): Promise<QuestionDecision[]>
  /** Takes a decision back; its questions are asked again. */
  undo(id: number): Promise<void>
}

/** Queries of the unanswered questions. */
export function unansweredTable(db: Kysely<Schema>): UnansweredTable {
  async function readDecisions(ids: readonly number[] | number): Promise<QuestionDecision[]> {
    let query = db.selectFrom('question_decisions').selectAll().orderBy('id', 'desc')
    query =
      typeof ids === 'number' ? query.limit(ids) : query.where('id', 'in', ids.length ? ids : [-1])
    const rows = await query.execute()
    const forms = await db
      .selectFrom('decided_forms')
      .selectAll()
      .where('decision_id', 'in', rows.length > 0 ? rows.map(({ id }) => id) : [-1])
      .orderBy('form')
      .execute()
    return rows.map(({ decided_at, ...row }) => ({
      ...row,
      decidedAt: decided_at,
      forms: forms.filter(({ decision_id }) => decision_id === row.id).map(({ form }) => form),
    }))
  }

  return {
    read: async (id) => (await readDecisions([id]))[0] ?? null,

    async list(since, limit) {
      const rows = await db
        .selectFrom('open_questions')
        .select(['form', 'text', 'unanswered', 'unsure', 'not_useful', 'latest', 'topic'])
        .where('latest', '>=', since)
        .where('total', '>', 0)
        .where('form', 'not in', ({ selectFrom }) => selectFrom('decided_forms').select('form'))
        .orderBy('total', 'desc')
        .orderBy('form')
        .limit(limit)
        .execute()
      return rows.map(({ not_useful, ...row }) => ({ ...row, notUseful: not_useful }))
    },

    decide: ({ forms, decidedAt, ...decision }) =>
      db.transaction().execute(async (transaction) => {
        const { id } = await transaction
          .insertInto('question_decisions')
          .values({ ...decision, decided_at: decidedAt })
          .returning('id')
          .executeTakeFirstOrThrow()
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('decided_forms')
          .values(forms.map((form) => ({ form, decision_id: id })))
          .onConflict((conflict) => conflict.column('form').doNothing())
          .executeTakeFirstOrThrow()
        if (Number(numInsertedOrUpdatedRows) === forms.length) {
          return { ...decision, id, decidedAt, forms }
        }
        await transaction.deleteFrom('decided_forms').where('decision_id', '=', id).execute()
        await transaction.deleteFrom('question_decisions').where('id', '=', id).execute()
        return null
      }),

    decisions: (limit) => readDecisions(limit),

    async undo(id) {
      await db.deleteFrom('decided_forms').where('decision_id', '=', id).execute()
      await db.deleteFrom('question_decisions').where('id', '=', id).execute()
    },
  }
}
