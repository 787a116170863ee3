import { existsSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { holdsRows, listTables } from '../../storage/backup/list-tables'
import { readMigrations } from '../../storage/migrate'
import { migrationsFor } from '../../storage/migrations/migrations'
import { connectDatabase, type Database } from '../../storage/open-database'
import type { Schema } from '../../storage/schema'
import { toSqlitePath } from '../../storage/sqlite-file'
import { checkClock } from './check-clock'
import type { Finding } from './finding'

const about = 'database'

/** What was found, and the database where it can be used for more; whoever calls closes it. */
export type CheckedDatabase = { findings: Finding[]; database: Database | null }

/** Looks whether the database answers and is of this Loa, and how its clock goes. Changes nothing in it. */
export async function checkDatabase(url: string): Promise<CheckedDatabase> {
  const path = toSqlitePath(url)
  if (path !== null && !existsSync(path)) {
    const text = `${path} is not there yet: the first start makes it`
    return { findings: [{ level: 'well', about, text }], database: null }
  }
  let database: Database
  try {
    database = await connectDatabase(url)
  } catch (error) {
    const [text = '', advice = ''] = (error as Error).message.split(/: (?=check )/)
    return { findings: [{ level: 'mend', about, text, advice }], database: null }
  }
  const { findings, isCurrent } = await checkTables(database)
  if (database.dialect === 'postgres') findings.push(await compareClocks(database.kysely))
  if (isCurrent) return { findings, database }
  await database.close()
  return { findings, database: null }
}

async function checkTables({ kysely, dialect }: Database) {
  const known = Object.keys(migrationsFor(dialect))
  const run = await readRunMigrations(kysely, dialect)
  const newer = run.filter((name) => !known.includes(name))
  if (newer.length > 0) {
    const text = `its tables are of a newer Loa (${newer.join(', ')})`
    const advice = 'run that version, or restore a backup made before it'
    return { findings: [toFinding('mend', text, advice)], isCurrent: false }
  }
  if (run.length === known.length) {
    const text = `${dialect} answers, its tables are up to date`
    return { findings: [toFinding('well', text)], isCurrent: true }
  }
  if (run.length === 0) return { findings: [await checkEmpty(kysely, dialect)], isCurrent: false }
  const text = `the next start brings its tables up to date (${known.length - run.length} steps)`
  const advice = 'make a backup first: npm run backup -- FILE'
  return { findings: [toFinding('look', text, advice)], isCurrent: false }
}

async function checkEmpty(kysely: Kysely<Schema>, dialect: Database['dialect']): Promise<Finding> {
  const tables = await listTables(kysely, dialect)
  const used = await Promise.all(tables.map(({ name }) => holdsRows(kysely, name)))
  if (!used.includes(true)) return toFinding('well', 'empty: the first start makes its tables')
  const advice = 'give Loa a database of its own: set DATABASE_URL'
  return toFinding('look', 'it holds tables that are not of Loa', advice)
}

/** Also those that this Loa does not know. */
async function readRunMigrations(kysely: Kysely<Schema>, dialect: Database['dialect']) {
  const known = await readMigrations(kysely, dialect)
  if (known.length === 0) return known
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(kysely)
  return rows.map(({ name }) => name)
}

async function compareClocks(kysely: Kysely<Schema>): Promise<Finding> {
  const begun = Date.now()
  const { rows } = await sql<{
    now: number
  }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(kysely)
  const here = (begun + Date.now()) / 2
  return checkClock('the database', (rows[0]?.now ?? here) - here)
}

function toFinding(level: Finding['level'], text: string, advice?: string): Finding {
  return { level, about, text, ...(advice === undefined ? {} : { advice }) }
}
