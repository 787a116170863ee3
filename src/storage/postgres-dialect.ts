import { PostgresDialect } from 'kysely'
import { Pool, TypeOverrides } from 'pg'

/** A webhook has five seconds for its answer: without a connection by then it is better told to come back. */
const CONNECT_LIMIT_MS = 4_000

/** Longer than any query of ours takes; a query without an answer by then means that the network is gone. */
const QUERY_LIMIT_MS = 30_000

/**
 * After this the server ends a transaction that does nothing. It frees what a vanished machine had locked, and is
 * longer than a token's renewal, the longest wait that happens inside a transaction.
 */
const IDLE_IN_TRANSACTION_LIMIT_MS = 60_000

/** PostgreSQL's type number of int8. */
const INT8 = 20

/** A pool of connections to PostgreSQL. Nothing is connected yet: the first query does that. */
export function postgresDialect(url: string): PostgresDialect {
  const types = new TypeOverrides()
  // pg gives int8 as text. Our ids and times stay far below 2^53.
  types.setTypeParser(INT8, Number)
  const pool = new Pool({
    connectionString: url,
    types,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: QUERY_LIMIT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_LIMIT_MS,
    keepAlive: true,
  })
  // A connection that breaks while no query runs emits an event which would end the process if nobody listened,
  // in the pool and, within a transaction, on the client. The next query on it fails and reports it.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new PostgresDialect({ pool })
}
