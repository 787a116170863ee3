import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Database, openDatabase } from '../../src/storage/open-database'

const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/test'

/** A fresh, empty database of one test. */
export type TestDatabase = {
  url: string
  /** Opens it once more; all are closed after the test. */
  open(): Promise<Database>
}

type Suite = (use: { database: Database; server: TestDatabase }) => void

/**
 * Runs the same tests on SQLite and on PostgreSQL, each test with a fresh database. Where no PostgreSQL answers,
 * its half is skipped, and its name says why.
 */
export function describeOnEachDatabase(name: string, suite: Suite): void {
  describe(`${name}, SQLite`, () => withFreshDatabase(createSqlite, suite))
  describeOnPostgres(name, suite)
}

/** Runs tests that only make sense with many processes on one server. */
export function describeOnPostgres(name: string, suite: Suite): void {
  problem ??= postgresProblem()
  if (problem === '') {
    describe(`${name}, PostgreSQL`, () => withFreshDatabase(createPostgresOnce(), suite))
    return
  }
  describe.skip(`${name}, PostgreSQL: no database at TEST_DATABASE_URL (${problem})`, () =>
    withFreshDatabase(createPostgresOnce(), suite))
}

type Created = { url: string; drop(): Promise<void> }

function withFreshDatabase(create: () => Promise<Created>, suite: Suite): void {
  let created: Created
  let opened: Database[] = []
  // Filled before each test, so that a suite can take them apart from the tests it defines.
  const use = {} as { database: Database; server: TestDatabase }

  beforeEach(async () => {
    created = await create()
    const open = async () => {
      const database = await openDatabase(created.url)
      opened.push(database)
      return database
    }
    use.server = { url: created.url, open }
    use.database = await open()
  })

  suite(use)

  // Comes after the suite's own: what works on a database stops before it is closed.
  afterEach(async () => {
    await Promise.all(opened.map((database) => database.close()))
    opened = []
    await created.drop()
  })
}

async function createSqlite(): Promise<Created> {
  const folder = mkdtempSync(join(tmpdir(), 'loa-test-'))
  return {
    url: `file:${join(folder, 'loa.db')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** One database for the suite, emptied after each test: to create and drop one for each test would take longer. */
function createPostgresOnce(): () => Promise<Created> {
  const name = `loa_test_${randomBytes(6).toString('hex')}`
  const url = new URL(SERVER)
  url.pathname = `/${name}`
  beforeAll(() => asAdmin(`create database ${name}`))
  afterAll(() => asAdmin(`drop database ${name} with (force)`))
  const drop = () => asAdmin('drop schema public cascade; create schema public', url.href)
  return async () => ({ url: url.href, drop })
}

/** Runs a statement on the server, by default outside the database under test. */
export async function asAdmin(statement: string, url = SERVER): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

let problem: string | undefined

/**
 * Why there is no PostgreSQL, or an empty text if there is one. Jest wants to know at once what to skip, so the
 * question is asked in a process that is waited for.
 */
function postgresProblem(): string {
  const ask = `
    const client = new (require('pg').Client)({ connectionString: process.argv[1] })
    client.connect().then(() => client.end()).catch((error) => {
      process.stderr.write(String(error.code ?? error.message))
      process.exit(1)
    })`
  try {
    execFileSync(process.execPath, ['-e', ask, SERVER], { stdio: 'pipe', timeout: 5_000 })
    return ''
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer }
    return stderr?.toString().trim() || 'no answer'
  }
}
