import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../../src/storage/open-database'

/**
 * Every byte that a database has written, as far as it can be read from outside: of SQLite the file and all that lies
 * beside it (log, shared memory), of PostgreSQL every row of every table, and its dump where `pg_dump` is there.
 */
export async function readEverything({ kysely, dialect }: Database, url: string): Promise<Buffer> {
  if (dialect === 'sqlite') {
    const path = url.slice('file:'.length)
    const folder = dirname(path)
    return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
  }
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(
    kysely,
  )
  const texts: string[] = []
  for (const { name } of rows) {
    const all = await sql<{ row: string }>`
      select cast(one.* as text) as row from ${sql.table(name)} as one`.execute(kysely)
    texts.push(...all.rows.map(({ row }) => row))
  }
  const dump = findDump()
  if (dump) texts.push(execFileSync(dump, ['--data-only', url], { maxBuffer: 1e9 }).toString())
  return Buffer.from(texts.join('\n'))
}

function findDump(): string | undefined {
  const folders = (process.env.PATH ?? '').split(':')
  const versions = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').map((one) => `/usr/lib/postgresql/${one}/bin`)
    : []
  return [...folders, ...versions].map((one) => join(one, 'pg_dump')).find((one) => existsSync(one))
}
