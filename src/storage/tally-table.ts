import { type Kysely, sql } from 'kysely'
import { addTallies } from './add-tallies'
import type { Schema, TallyMarkColumns } from './schema'

/** One thing that happened, to be counted by day; see {@link TallyMarkColumns}. Nothing in it says who did it. */
export type TallyMark = Omit<TallyMarkColumns, 'id'>

/** What of the counts is looked at; days are in Hanoi, `2026-11-24`, both included. */
export type TallyChoice = {
  from: string
  to: string
  channel?: string | undefined
  subject?: string | undefined
  link?: string | undefined
}

/** By what counts are told apart. */
export type TallyKey = 'day' | 'channel' | 'subject' | 'link' | 'part'

/** How often something was. */
export type TallyCount = { key: string; measure: string; count: number }

/** What turns count. */
export type TallyTable = {
  mark(marks: readonly TallyMark[]): Promise<void>
  /**
   * Takes up to `limit` marks into the daily counts; must run inside a transaction. Any number of processes may do so:
   * a mark is deleted as it is counted. Returns how many there were.
   */
  fold(limit: number): Promise<number>
  /** The counts by one key, with the marks that are not folded yet. */
  read(key: TallyKey, choice: TallyChoice): Promise<TallyCount[]>
}

/** Queries of the daily counts, over a database or a transaction. */
export function tallyTable(db: Kysely<Schema>): TallyTable {
  return {
    async mark(marks) {
      if (marks.length > 0)
        await db
          .insertInto('tally_marks')
          .values([...marks])
          .execute()
    },

    async fold(limit) {
      const marks = await db
        .deleteFrom('tally_marks')
        .where(({ eb, selectFrom }) =>
          eb('id', 'in', selectFrom('tally_marks').select('id').orderBy('id').limit(limit)),
        )
        .returning(['day', 'channel', 'measure', 'subject', 'part', 'link'])
        .execute()
      await addTallies(db, marks)
      return marks.length
    },

    async read(key, { from, to, channel, subject, link }) {
      const chosen = sql.join(
        [
          sql`day between ${from} and ${to}`,
          ...(channel === undefined ? [] : [sql`channel = ${channel}`]),
          ...(subject === undefined ? [] : [sql`subject = ${subject}`]),
          ...(link === undefined ? [] : [sql`coalesce(link, '') = ${link}`]),
        ],
        sql` and `,
      )
      const column = sql.ref(key)
      const { rows } = await sql<TallyCount>`
        select key, measure, sum(count) as count from (
          select ${column} as key, measure, sum(count) as count from tallies
            where ${chosen} group by ${column}, measure
          union all
          select coalesce(${column}, '') as key, measure, count(*) as count from tally_marks
            where ${chosen} group by coalesce(${column}, ''), measure
        ) as counted
        group by key, measure
        order by key, measure`.execute(db)
      return rows.map((row) => ({ ...row, count: Number(row.count) }))
    },
  }
}
