import type { Kysely } from 'kysely'
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
  /** How many questions there were of each kind from `since` (epoch milliseconds) on. */
  countByKind(since: number): Promise<Record<string, number>>
  /** The latest questions of a kind, newest first. */
  latest(kind: string, limit: number): Promise<Question[]>
}

/** Queries of the questions, over a database or a transaction. */
export function questionTable(db: Kysely<Schema>): QuestionTable {
  return {
    async record({ askedAt, ...question }) {
      await db
        .insertInto('questions')
        .values({ asked_at: askedAt, ...question })
        .execute()
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
