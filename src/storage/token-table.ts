import { sql } from 'kysely'
import { createSeal, type Seal } from './create-seal'
import type { Database } from './open-database'

/** A platform's access token and the refresh token that it is renewed with, which works once. */
export type TokenPair = {
  accessToken: string
  refreshToken: string
  /** When the access token ends, in epoch milliseconds. */
  expiresAt: number
}

/** Keeps the tokens of one channel's accounts. */
export type TokenTable = {
  /** @throws {UnreadableError} when the pair is sealed with a key that is not there */
  read(account: string): Promise<TokenPair | null>
  /** Every account that has a pair. */
  accounts(): Promise<string[]>
  /**
   * Stores the pair of a new consent, whatever was there, as soon as nobody renews it. Durable when this resolves.
   */
  replace(account: string, pair: TokenPair): Promise<void>
  /**
   * Runs `work` while nobody else, in this process or another, runs one for the same account. It is given the pair
   * as stored now. A pair handed to `save` is durable when `save` resolves, and stays stored if `work` then fails:
   * the platform has already forgotten the old one.
   */
  withLock<T>(
    account: string,
    work: (pair: TokenPair | null, save: (pair: TokenPair) => Promise<void>) => Promise<T>,
  ): Promise<T>
}

/**
 * The tokens of a channel. Create one for each channel and process: on SQLite, which one process uses, its lock
 * lies in the object returned.
 * @param options.now epoch milliseconds
 * @param options.seal keeps the pairs unreadable to who has the database alone (default: they are stored as they are)
 */
export function tokenTable(
  { kysely, dialect, sync }: Database,
  channel: string,
  { now, seal = createSeal([]) }: { now: () => number; seal?: Seal },
): TokenTable {
  const placeOf = (account: string) => `${channel}:${account}`
  /** The end of each account's queue in this process. */
  const queues = new Map<string, Promise<unknown>>()

  async function read(account: string): Promise<TokenPair | null> {
    const row = await kysely
      .selectFrom('tokens')
      .select('pair')
      .where('channel', '=', channel)
      .where('account', '=', account)
      .executeTakeFirst()
    // Written by `save` and by nobody else.
    return row ? (JSON.parse(seal.open(row.pair, placeOf(account))) as TokenPair) : null
  }

  async function save(account: string, pair: TokenPair): Promise<void> {
    const change = {
      pair: seal.seal(JSON.stringify(pair), placeOf(account)),
      updated_at: now(),
    }
    await kysely
      .insertInto('tokens')
      .values({ channel, account, ...change })
      .onConflict((conflict) => conflict.columns(['channel', 'account']).doUpdateSet(change))
      .execute()
    await sync()
  }

  /**
   * Waits in this process first, so that a renewal holds one connection and not all of them. The lock between
   * processes belongs to a transaction that itself writes nothing: `save` commits beside it, and if the process
   * dies the lock goes with its connection.
   */
  function lock<T>(account: string, work: () => Promise<T>): Promise<T> {
    const before = queues.get(account) ?? Promise.resolve()
    const result = before.then(() =>
      dialect === 'sqlite'
        ? work()
        : kysely.transaction().execute(async (transaction) => {
            const key = `token:${channel}:${account}`
            await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(
              transaction,
            )
            return work()
          }),
    )
    queues.set(
      account,
      result.catch(() => {}),
    )
    return result
  }

  return {
    read,
    async accounts() {
      const rows = await kysely
        .selectFrom('tokens')
        .select('account')
        .where('channel', '=', channel)
        .orderBy('account')
        .execute()
      return rows.map(({ account }) => account)
    },
    replace: (account, pair) => lock(account, () => save(account, pair)),
    withLock: (account, work) =>
      lock(account, async () => work(await read(account), (pair) => save(account, pair))),
  }
}
