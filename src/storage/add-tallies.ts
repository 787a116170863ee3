import type { Kysely } from 'kysely'
import type { Schema, TallyMarkColumns } from './schema'

/** Adds marks to the daily counts; equal ones count together. */
export async function addTallies(
  db: Kysely<Schema>,
  marks: readonly Omit<TallyMarkColumns, 'id'>[],
): Promise<void> {
  const counts = new Map<string, { row: Omit<TallyMarkColumns, 'id'>; count: number }>()
  for (const row of marks) {
    const key = [row.day, row.channel, row.measure, row.subject, row.part, row.link].join('\n')
    const known = counts.get(key)
    if (known) known.count += 1
    else counts.set(key, { row, count: 1 })
  }
  // In one order everywhere, so that two processes never wait for each other's rows.
  for (const [, { row, count }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await db
      .insertInto('tallies')
      .values({ ...row, link: row.link ?? '', count })
      .onConflict((conflict) =>
        conflict
          .columns(['day', 'channel', 'measure', 'subject', 'part', 'link'])
          .doUpdateSet(({ eb }) => ({ count: eb('tallies.count', '+', count) })),
      )
      .execute()
  }
}
