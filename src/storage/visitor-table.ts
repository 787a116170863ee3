import { createHmac, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { addTallies } from './add-tallies'
import type { Schema } from './schema'

/** Measure of the daily counts: how many people wrote. */
export const PEOPLE = 'people'

/** Counts people without knowing them: by a hash with a salt that lasts a day. */
export type VisitorTable = {
  /** Someone wrote; counts once a day. `day` is in Hanoi, `2026-11-24`. */
  note(visit: {
    day: string
    conversation: string
    channel: string
    link: string | null
  }): Promise<void>
  /** Adds the days before `today` to the daily counts and forgets their hashes and salts. In a transaction. */
  close(today: string): Promise<void>
  /** Counts a person at once and forgets their hashes. In a transaction. */
  forget(conversation: string): Promise<void>
  /** People of days that are not closed, by day, channel and link. */
  open(): Promise<{ day: string; channel: string; link: string; count: number }[]>
}

/** Queries of who wrote today, over a database or a transaction. */
export function visitorTable(db: Kysely<Schema>): VisitorTable {
  async function readSalt(day: string): Promise<string> {
    const find = () =>
      db.selectFrom('day_salts').select('salt').where('day', '=', day).executeTakeFirst()
    const known = await find()
    if (known) return known.salt
    await db
      .insertInto('day_salts')
      .values({ day, salt: randomBytes(32).toString('base64') })
      .onConflict((conflict) => conflict.column('day').doNothing())
      .execute()
    // Another process may have been first.
    const salt = await find()
    if (!salt) throw new Error('the salt of the day was dropped in the middle of it')
    return salt.salt
  }

  const count = (visits: readonly { day: string; channel: string; link: string | null }[]) =>
    addTallies(
      db,
      visits.map((visit) => ({ ...visit, measure: PEOPLE, subject: '', part: '' })),
    )

  return {
    async note({ day, conversation, channel, link }) {
      const hash = toHash(conversation, await readSalt(day))
      await db
        .insertInto('visitors')
        .values({ day, hash, channel, link })
        .onConflict((conflict) => conflict.columns(['day', 'hash']).doNothing())
        .execute()
    },

    async close(today) {
      // Deleted as they are counted: whatever other process does the same finds none.
      const visits = await db
        .deleteFrom('visitors')
        .where('day', '<', today)
        .returning(['day', 'channel', 'link'])
        .execute()
      await count(visits)
      await db.deleteFrom('day_salts').where('day', '<', today).execute()
    },

    async forget(conversation) {
      for (const { day, salt } of await db.selectFrom('day_salts').selectAll().execute()) {
        const visits = await db
          .deleteFrom('visitors')
          .where('day', '=', day)
          .where('hash', '=', toHash(conversation, salt))
          .returning(['day', 'channel', 'link'])
          .execute()
        await count(visits)
      }
    },

    async open() {
      const rows = await db
        .selectFrom('visitors')
        .select(({ fn }) => ['day', 'channel', 'link', fn.countAll<number>().as('count')])
        .groupBy(['day', 'channel', 'link'])
        .orderBy('day')
        .execute()
      return rows.map((row) => ({ ...row, link: row.link ?? '', count: Number(row.count) }))
    },
  }
}

function toHash(conversation: string, salt: string): string {
  return createHmac('sha256', salt).update(conversation).digest('base64')
}
