import type { Kysely } from 'kysely'
import { toForm } from '../text/to-form'
import { type OpenChange, openQuestion } from './open-question'
import type { Schema } from './schema'

/** Something that was asked. Nothing in it says who asked; `text` is masked before it comes here. */
export type Question = {
  /** Epoch milliseconds. */
  askedAt: number
  channel: string
  /** What became of it, for example `answer` or `fallback`. */
  kind: string
  /** The entry that was answered. */
  topic: string | null
  /** The flow that was begun or under way. */
  flow: string | null
  text: string
}

/** Keeps what was asked, for the communications team. */
export type QuestionTable = {
  record(question: Question): Promise<void>
  /**
   * Adds what whoever asked said of it later: which choice they meant, or whether the answer by `topic` helped. It is
   * found by its form alone, as the latest one that waits for such a word, since nobody knows who asked.
   */
  settle(afterword: {
    kind: 'chosen' | 'useful' | 'not_useful'
    topic: string
    form: string
  }): Promise<void>
  /** How many questions there were of each kind from `since` (epoch milliseconds) on. */
  countByKind(since: number): Promise<Record<string, number>>
  /** The latest questions of a kind, newest first. */
  latest(kind: string, limit: number): Promise<Question[]>
}

/** What a question of a kind adds to those that went wrong. */
const WENT_WRONG: Readonly<Record<string, OpenChange>> = {
  fallback: { unanswered: 1 },
  clarify: { unsure: 1 },
}

/** What is said of a question later adds. */
const SETTLES: Readonly<Record<string, OpenChange>> = {
  chosen: { unsure: -1 },
  not_useful: { notUseful: 1 },
}

/** Queries of the questions, over a database or a transaction. */
export function questionTable(db: Kysely<Schema>): QuestionTable {
  return {
    async record({ askedAt, ...question }) {
      const { text, kind } = question
      const form = toForm(text)
      await db
        .insertInto('questions')
        .values({ asked_at: askedAt, form, ...question })
        .execute()
      const change = WENT_WRONG[kind]
      if (change) await openQuestion(db, { form, text, at: askedAt }, change)
    },

    async settle({ kind, topic, form }) {
      if (form === '') return
      const ofForm = db.selectFrom('questions').select('id').where('form', '=', form)
      const waiting =
        kind === 'chosen'
          ? ofForm.where('kind', '=', 'clarify').where('topic', 'is', null)
          : ofForm.where('topic', '=', topic).where('useful', 'is', null)
      const question = await db
        .updateTable('questions')
        .set(kind === 'chosen' ? { topic } : { useful: kind === 'useful' ? 1 : 0 })
        .where('id', '=', waiting.orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(1))
        .returning(['text', 'asked_at'])
        .executeTakeFirst()
      const change = SETTLES[kind]
      if (!question || !change) return
      const { text, asked_at: at } = question
      await openQuestion(db, { form, text, at }, { ...change, topic })
    },

    async countByKind(since) {
      const rows = await db
        .selectFrom('questions')
        .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
        .where('asked_at', '>=', since)
        .groupBy('kind')
        .execute()
      return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
    },

    latest: (kind, limit) =>
      db
        .selectFrom('questions')
        .select(['asked_at as askedAt', 'channel', 'kind', 'topic', 'flow', 'text'])
        .where('kind', '=', kind)
        .orderBy('asked_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
  }
}
