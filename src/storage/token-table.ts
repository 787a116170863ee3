import { sql } from 'kysely'
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
  read(account: string): Promise<TokenPair | null>
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
 */
export function tokenTable(
  { kysely, dialect, sync }: Database,
  channel: string,
  now: () => number,
): TokenTable {
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
    return row ? (JSON.parse(row.pair) as TokenPair) : null
  }

  async function save(account: string, pair: TokenPair): Promise<void> {
    const change = { pair: JSON.stringify(pair), updated_at: now() }
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
    withLock: (account, work) =>
      lock(account, async () => work(await read(account), (pair) => save(account, pair))),
  }
}
