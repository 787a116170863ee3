import { type Kysely, type Selectable, sql } from 'kysely'
import type { Bulletin } from '../knowledge/bulletin'
import { isAtLeast, ROLES } from './role'
import type { BulletinColumns, DialectName, Schema } from './schema'

/** How many other persons must say yes to a notice before it goes out. */
export const APPROVALS_NEEDED = 2

/** Who says yes to a notice. */
const APPROVING = ROLES.filter((role) => isAtLeast(role, 'approver'))

/** A notice with all that became of it; see {@link BulletinColumns}. */
export type StoredBulletin = Bulletin & {
  state: BulletinColumns['state']
  authorId: number
  author: string
  /** Epoch milliseconds, as all times here. */
  askedAt: number
  outAt: number | null
  closedAt: number | null
  closedBy: string | null
  reason: string
  /** Oldest first. */
  approvals: { accountId: number; account: string; approvedAt: number }[]
}

/** One of the staff. */
type Person = { id: number; name: string }

/**
 * What became of a yes.
 * - `out`: it was the last that was missing
 * - `counted`: more are missing
 * - `own`: the author's, which does not count
 * - `twice`: theirs was there
 * - `gone`: it is no longer asked for
 */
export type BulletinApproval = 'out' | 'counted' | 'own' | 'twice' | 'gone'

/** Queries of the official notices, over a database or a transaction. */
export type BulletinTable = {
  /** Those that are out at a moment, the latest first: of several for one place it counts. */
  readOut(now: number): Promise<Bulletin[]>
  /** All that are asked for or out and whose time is not over, and of the others the latest. */
  list(now: number, pastLimit: number): Promise<StoredBulletin[]>
  read(id: number): Promise<StoredBulletin | null>
  /** @returns its id */
  ask(bulletin: Omit<Bulletin, 'id'>, author: Person, now: number): Promise<number>
  /**
   * Counts a person's yes. With the last that is missing the notice is out, and ends what was out in its place. To be
   * called in a transaction: of yeses at once, in whatever processes, each sees those before it.
   */
  approve(id: number, person: Person, now: number): Promise<BulletinApproval>
  /** Ends what is asked for or out; false where it was in that state no more. */
  close(
    id: number,
    how: {
      from: 'asked' | 'out'
      to: 'rejected' | 'withdrawn' | 'ended'
      by: string
      reason: string
    },
    now: number,
  ): Promise<boolean>
}

/** See {@link BulletinTable}. */
export function bulletinTable(db: Kysely<Schema>, dialect: DialectName): BulletinTable {
  const select = () => db.selectFrom('bulletins').selectAll()

  async function withApprovals(
    rows: readonly Selectable<BulletinColumns>[],
  ): Promise<StoredBulletin[]> {
    if (rows.length === 0) return []
    const approvals = await db
      .selectFrom('bulletin_approvals')
      .selectAll()
      .where(
        'bulletin',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('approved_at')
      .orderBy('account_id')
      .execute()
    return rows.map((row) => ({
      ...toBulletin(row),
      state: row.state,
      authorId: row.author_id,
      author: row.author,
      askedAt: row.asked_at,
      outAt: row.out_at,
      closedAt: row.closed_at,
      closedBy: row.closed_by,
      reason: row.reason,
      approvals: approvals
        .filter(({ bulletin }) => bulletin === row.id)
        .map(({ account_id: accountId, account, approved_at: approvedAt }) => ({
          accountId,
          account,
          approvedAt,
        })),
    }))
  }

  /** One yes at a time: else neither of two at once would see the other, and nothing would go out. */
  async function alone(): Promise<void> {
    // SQLite has one writing transaction at a time anyway.
    if (dialect === 'postgres')
      await sql`select pg_advisory_xact_lock(hashtextextended('bulletins', 0))`.execute(db)
  }

  /** Yeses of those who may still give one: of an account that was locked since, it is worth nothing. */
  async function countApprovals(id: number): Promise<number> {
    const rows = await db
      .selectFrom('bulletin_approvals')
      .innerJoin('accounts', 'accounts.id', 'bulletin_approvals.account_id')
      .select('accounts.id')
      .where('bulletin', '=', id)
      .where('role', 'in', APPROVING)
      .where('locked_at', 'is', null)
      .execute()
    return rows.length
  }

  async function letOut(
    { id, topic }: Selectable<BulletinColumns>,
    by: string,
    now: number,
  ): Promise<void> {
    await db
      .updateTable('bulletins')
      .set({ state: 'ended', closed_at: now, closed_by: by, reason: `thay bằng số ${id}` })
      .where('topic', topic === null ? 'is' : '=', topic)
      .where('state', '=', 'out')
      .where('ends_at', '>', now)
      .execute()
    await db
      .updateTable('bulletins')
      .set({ state: 'out', out_at: now })
      .where('id', '=', id)
      .execute()
  }

  return {
    async readOut(now) {
      const rows = await select()
        .where('state', '=', 'out')
        .where('ends_at', '>', now)
        .orderBy('out_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(toBulletin)
    },

    async list(now, pastLimit) {
      const running = await select()
        .where('state', 'in', ['asked', 'out'])
        .where('ends_at', '>', now)
        .orderBy('id', 'desc')
        .execute()
      const past = await select()
        .where(({ or, eb }) =>
          or([eb('state', 'not in', ['asked', 'out']), eb('ends_at', '<=', now)]),
        )
        .orderBy('id', 'desc')
        .limit(pastLimit)
        .execute()
      return withApprovals([...running, ...past])
    },

    async read(id) {
      const [found] = await withApprovals(await select().where('id', '=', id).execute())
      return found ?? null
    },

    async ask({ text, link, topic, endsAt }, author, now) {
      const { id } = await db
        .insertInto('bulletins')
        .values({
          ...{ text, link, topic, ends_at: endsAt, state: 'asked', reason: '' },
          ...{ author_id: author.id, author: author.name, asked_at: now },
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    },

    async approve(id, person, now) {
      await alone()
      const row = await select()
        .where('id', '=', id)
        .where('state', '=', 'asked')
        .where('ends_at', '>', now)
        .executeTakeFirst()
      if (!row) return 'gone'
      if (row.author_id === person.id) return 'own'
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('bulletin_approvals')
        .values({ bulletin: id, account_id: person.id, account: person.name, approved_at: now })
        .onConflict((conflict) => conflict.columns(['bulletin', 'account_id']).doNothing())
        .executeTakeFirst()
      if (numInsertedOrUpdatedRows !== 1n) return 'twice'
      if ((await countApprovals(id)) < APPROVALS_NEEDED) return 'counted'
      await letOut(row, person.name, now)
      return 'out'
    },

    async close(id, { from, to, by, reason }, now) {
      await alone()
      const { numUpdatedRows } = await db
        .updateTable('bulletins')
        .set({ state: to, closed_at: now, closed_by: by, reason })
        .where('id', '=', id)
        .where('state', '=', from)
        .where('ends_at', '>', now)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}

const toBulletin = ({ id, text, link, topic, ends_at }: Selectable<BulletinColumns>): Bulletin => ({
  ...{ id, text, link, topic },
  endsAt: ends_at,
})
