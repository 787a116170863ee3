import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { type Database, openDatabase } from '../../src/storage/open-database'
import { describeOnEachDatabase } from './databases'

const TABLES = [
  'account_links',
  'accounts',
  'allowances',
  'audit',
  'bulletin_approvals',
  'bulletins',
  'carried_guides',
  'day_salts',
  'decided_forms',
  'devices',
  'drafts',
  'erasure_remains',
  'erasures',
  'file_changes',
  'file_texts',
  'flow_versions',
  'handovers',
  'help_requests',
  'inbox',
  'law_review_items',
  'law_reviews',
  'link_codes',
  'link_counts',
  'open_questions',
  'outbox',
  'question_decisions',
  'questions',
  'revisions',
  'sessions',
  'state',
  'tallies',
  'tally_marks',
  'tokens',
  'visitors',
]

describeOnEachDatabase('an opened database', (use) => {
  test('has every table', async () => {
    const tables = await use.database.kysely.introspection.getTables()
    expect(tables.map(({ name }) => name).sort()).toEqual(TABLES)
  })

  test('keeps what it holds when it is opened again', async () => {
    const version = { hash: 'h', flow_id: 'f', definition: '{}' }
    await use.database.kysely.insertInto('flow_versions').values(version).execute()
    const { kysely } = await use.server.open()
    expect(await kysely.selectFrom('flow_versions').selectAll().execute()).toEqual([version])
  })

  test('says that its tables are of a newer Loa, and does not touch them', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2099')`.execute(
      use.database.kysely,
    )
    await expect(use.server.open()).rejects.toThrow(/9999-later is missing/)
  })

  test('gives large whole numbers as numbers', async () => {
    const row = { hash: 'h', flow_id: 'f', definition: '{}' }
    await use.database.kysely.insertInto('flow_versions').values(row).execute()
    const { rows } = await sql<{ count: number; time: number }>`
      select count(*) as count, cast(1790000000000 as bigint) as time from flow_versions`.execute(
      use.database.kysely,
    )
    expect(rows).toEqual([{ count: 1, time: 1_790_000_000_000 }])
  })

  test('can be closed twice', async () => {
    await use.database.close()
    await expect(use.database.close()).resolves.toBeUndefined()
  })
})

describeOnEachDatabase('a database that several processes open at once', (use) => {
  test('is set up once, and each process can use it', async () => {
    await dropEverything(use.database)
    const script = join(__dirname, 'open-once.ts')
    const open = () =>
      promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', script, use.server.url])
    const answers = await Promise.all([open(), open(), open(), open()])
    expect(answers.map(({ stdout }) => stdout)).toEqual(Array(4).fill('open'))
  })
})

describe('a database that cannot be used', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loa-test-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('of an unknown kind is refused with the two that are known', async () => {
    await expect(openDatabase('mysql://host/db')).rejects.toThrow(/"file:".*"postgres:\/\/"/)
    await expect(openDatabase('file:')).rejects.toThrow(/DATABASE_URL must begin/)
  })

  test('because its folder is a file says which path, and what to check', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(openDatabase(`file:${folder}/file/loa.db`)).rejects.toThrow(
      /file\/loa\.db.*check that its folder may be written to/,
    )
  })

  test('because nothing answers says where, why and what to check, without the password', async () => {
    const opened = openDatabase('postgres://loa:hunter2@127.0.0.1:1/loa?application_name=x')
    await expect(opened).rejects.toThrow(
      'cannot use the database postgres://***@127.0.0.1:1/loa (connect ECONNREFUSED 127.0.0.1:1): ' +
        'check that PostgreSQL runs and DATABASE_URL names its host, user and database',
    )
  })

  test('a missing folder is no hindrance: it is made, for its owner only', async () => {
    const database = await openDatabase(`file:${folder}/new/deep/loa.db`)
    await database.close()
    expect(statSync(join(folder, 'new')).mode & 0o777).toBe(0o700)
  })

  test('an address with slashes is a path as well', async () => {
    const database = await openDatabase(`file://${folder}/a%20b.db`)
    await database.close()
    expect(statSync(join(folder, 'a b.db')).isFile()).toBe(true)
  })
})

describe('SQLite', () => {
  test('leaves waiting for the disk to sync, which many share, and lets readers read meanwhile', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loa-test-'))
    const { kysely, sync, close } = await openDatabase(`file:${folder}/loa.db`)
    const pragma = async (name: string) =>
      Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(kysely)).rows[0] ?? {})[0]
    const NORMAL = 1
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('synchronous')).toBe(NORMAL)
    expect(await pragma('foreign_keys')).toBe(1)
    await expect(Promise.all([sync(), sync(), sync()])).resolves.toHaveLength(3)
    await close()
    rmSync(folder, { recursive: true })
  })
})

/** As if nobody had ever opened the database. */
async function dropEverything({ kysely, dialect }: Database): Promise<void> {
  if (dialect === 'postgres') {
    await sql`drop schema public cascade`.execute(kysely)
    await sql`create schema public`.execute(kysely)
    return
  }
  await sql`pragma foreign_keys = off`.execute(kysely)
  for (const { name } of await kysely.introspection.getTables()) {
    await kysely.schema.dropTable(name).execute()
  }
  await kysely.schema.dropTable('kysely_migration').execute()
}
