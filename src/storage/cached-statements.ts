import type { SqliteDatabase } from 'kysely'

/** Statements kept; our queries are some forty, and a few differ by how many rows they insert. */
const CACHE_SIZE = 200

/**
 * A database that keeps its prepared statements: Kysely prepares each query anew, which on SQLite takes longer than
 * running it. SQLite itself prepares a statement again after the tables have changed.
 */
export function cachedStatements(database: SqliteDatabase): SqliteDatabase {
  const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = statements.get(sql) ?? database.prepare(sql)
      // The one that was used longest ago is first.
      statements.delete(sql)
      statements.set(sql, statement)
      if (statements.size > CACHE_SIZE) {
        for (const oldest of statements.keys()) {
          statements.delete(oldest)
          break
        }
      }
      return statement
    },
  }
}
