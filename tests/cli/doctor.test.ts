import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { sql } from 'kysely'
import { openDatabase } from '../../src/storage/open-database'
import { tokenTable } from '../../src/storage/token-table'
import { startProgram } from '../e2e/start-program'
import { type Listening, listen } from '../stand-ins/listen'
import { describeOnPostgres } from '../storage/databases'
import { makeOldDatabase } from '../storage/old-database'

jest.setTimeout(120_000)

const COMMAND = join(__dirname, '../../dist/cli/doctor.js')
const isBuilt = existsSync(COMMAND)
const describeIf = isBuilt ? describe : describe.skip
const NAME = isBuilt ? 'npm run doctor' : 'npm run doctor: not built, npm run build'

const SECRETS = {
  MESSENGER_APP_SECRET: 'meta-app-secret-1',
  MESSENGER_PAGE_TOKEN: 'EAAmeta-page-token',
  MESSENGER_VERIFY_TOKEN: 'verify-me',
  ZALO_APP_SECRET: 'zalo-app-secret',
  ZALO_OA_SECRET: 'zalo-oa-secret',
  ZALO_BOT_TOKEN: '123:bot-token',
  ZALO_BOT_SECRET: 'bot-webhook-secret',
}
const PAIR = { accessToken: 'zalo-access', refreshToken: 'zalo-refresh' }

let folder: string
let platform: Listening
/** By how much the platform's clock is ahead, in milliseconds. */
let ahead = 0

/** Meta, Zalo and the Zalo Bot Platform in one: what is asked of them here is told apart by its path. */
beforeAll(async () => {
  const app = express()
  app.use((_request, response, next) => {
    response.set('Date', new Date(Date.now() + ahead).toUTCString())
    next()
  })
  const proof = createHmac('sha256', SECRETS.MESSENGER_APP_SECRET)
    .update(SECRETS.MESSENGER_PAGE_TOKEN)
    .digest('hex')
  app.get('/v25.0/me/messenger_profile', (request, response) => {
    const refuse = (code: number, message: string) =>
      response.status(400).json({ error: { code, message } })
    if (request.headers.authorization !== `Bearer ${SECRETS.MESSENGER_PAGE_TOKEN}`) {
      return refuse(190, 'Invalid OAuth access token')
    }
    if (request.query.appsecret_proof !== proof) {
      return refuse(100, 'Invalid appsecret_proof provided in the API argument')
    }
    return response.json({ data: [] })
  })
  app.get('/v2.0/oa/getoa', (request, response) =>
    response.json(
      request.headers.access_token === PAIR.accessToken
        ? { error: 0, data: { oa_id: '1' } }
        : { error: -216, message: 'Access token is invalid' },
    ),
  )
  app.post('/bot:token/getMe', (request, response) =>
    request.params.token === SECRETS.ZALO_BOT_TOKEN
      ? response.json({ ok: true, result: {} })
      : response.status(401).json({ ok: false, error_code: 401 }),
  )
  platform = await listen(app, 0)
})
afterAll(() => platform.close())
beforeEach(() => {
  ahead = 0
  folder = mkdtempSync(join(tmpdir(), 'loa-doctor-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const databaseUrl = () => `file:${join(folder, 'loa.db')}`
const channels = () => ({
  ...SECRETS,
  MESSENGER_API_URL: platform.url,
  ZALO_APP_ID: '1000',
  ZALO_API_URL: platform.url,
  ZALO_BOT_API_URL: platform.url,
})

async function run(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [COMMAND], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl(), ...environment },
  })
  let told = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      told += text
    })
  }
  const status = await new Promise((resolve) => child.once('close', resolve))
  for (const secret of [...Object.values(SECRETS), ...Object.values(PAIR)]) {
    expect(told).not.toContain(secret)
  }
  const lines = told.split('\n').filter((line) => /^[✓!✗]/.test(line))
  const lineOf = (about: string) => lines.filter((line) => line.slice(2).startsWith(about))
  return { status, told, lineOf }
}

describeIf(NAME, () => {
  test('a bare machine is well but for the address', async () => {
    const { status, told } = await run()
    expect(told).toMatch(
      /^✓ configuration: sound; on: web\n✓ Node: .*\n✓ disk: .*\n✓ database: .*first start makes it\n✓ knowledge: \d+ entries, \d+ guides\n! PUBLIC_URL: not set.*\n {4}→ .*https\n✓ channels: only the web chat is on\n$/,
    )
    expect(status).toBe(0)
  })

  test('every mistake of the configuration is told with its fix', async () => {
    const { status, told } = await run({ PORT: 'x', LOA_ENCRYPTION_KEY: 'short' })
    expect(told).toContain('✗ configuration: PORT must be')
    expect(told).toContain('✗ configuration: LOA_ENCRYPTION_KEY must be')
    expect(status).toBe(1)
  })

  test('tokens that the platforms take, and an address that leads here, are well', async () => {
    const database = await openDatabase(databaseUrl())
    const store = tokenTable(database, 'zalo', { now: Date.now })
    await store.replace('77', { ...PAIR, expiresAt: Date.now() + 3_600_000 })
    await database.close()
    const program = await startProgram({ ZALO_DOMAIN_VERIFICATION: 'Abc_123' })
    try {
      const { status, lineOf } = await run({
        ...channels(),
        PUBLIC_URL: program.url,
        ZALO_DOMAIN_VERIFICATION: 'Abc_123',
      })
      expect(lineOf('messenger')).toEqual(['✓ messenger: the platform takes the token'])
      expect(lineOf('zalo 77')).toEqual(['✓ zalo 77: the platform takes the token'])
      expect(lineOf('zalo-bot')).toEqual(['✓ zalo-bot: the platform takes the token'])
      expect(lineOf('zalo: tokens')).toEqual(['! zalo: tokens lie unencrypted in the database'])
      expect(lineOf('clock')).toEqual(['✓ clock: agrees with the platform'])
      expect(lineOf('domain')).toEqual(['✓ domain: Zalo finds its mark'])
      expect(lineOf('database')).toEqual(['✓ database: sqlite answers, its tables are up to date'])
      // This one is without https and a proxy.
      expect(lineOf('PUBLIC_URL')).toEqual([
        expect.stringContaining('✗ PUBLIC_URL: is without https'),
        expect.stringContaining('! PUBLIC_URL: /metrics is open'),
      ])
      expect(status).toBe(1)
    } finally {
      await program.stop()
    }
  })

  test('what a platform refuses is told with what to do', async () => {
    const database = await openDatabase(databaseUrl())
    const store = tokenTable(database, 'zalo', { now: Date.now })
    await store.replace('77', { ...PAIR, accessToken: 'old', expiresAt: Date.now() + 3_600_000 })
    await database.close()
    ahead = 30_000
    const { status, told } = await run({
      ...channels(),
      MESSENGER_PAGE_TOKEN: 'EAAwrong-token',
      ZALO_BOT_TOKEN: '123:wrong-token',
      PUBLIC_URL: 'https://127.0.0.1:1',
    })
    expect(told).not.toContain('wrong-token')
    expect(told).toContain('✗ messenger: Meta refuses the token (code 190)\n    → generate a page')
    expect(told).toContain('✗ zalo 77: Zalo refuses the token (code -216)\n    → npm run channels')
    expect(told).toContain('✗ zalo-bot: the platform refuses the token\n    → set ZALO_BOT_TOKEN')
    expect(told).toMatch(/✗ clock: (29|30)\.\d s behind the platform\n {4}→ .*NTP/)
    expect(told).toContain('✗ PUBLIC_URL: https://127.0.0.1:1/healthz: ')
    expect(status).toBe(1)
  })

  test.each([
    [
      'the app secret is wrong',
      { MESSENGER_APP_SECRET: 'another-secret' },
      '✗ messenger: Meta refuses the app secret (code 100)\n    → set MESSENGER_APP_SECRET',
    ],
    ['no account is connected', {}, '✗ zalo: no account is connected\n    → npm run channels'],
    [
      'a platform cannot be reached',
      { ZALO_BOT_API_URL: 'http://127.0.0.1:1' },
      '✗ zalo-bot: the platform was not reached: ',
    ],
    ['the knowledge is not there', { KNOWLEDGE_DIR: '/nowhere' }, '✗ knowledge: '],
  ])('%s', async (_, environment, line) => {
    const { status, told } = await run({ ...channels(), ...environment })
    expect(told).toContain(line)
    expect(status).toBe(1)
  })

  test('a database of an older Loa is fine, one of a newer is not', async () => {
    await makeOldDatabase(databaseUrl())
    const older = await run()
    expect(older.told).toContain('! database: the next start brings its tables up to date')
    expect(older.told).toContain('npm run backup')
    expect(older.status).toBe(0)

    const database = await openDatabase(databaseUrl())
    await sql`insert into kysely_migration values ('9999-newer', '2030')`.execute(database.kysely)
    await database.close()
    const newer = await run()
    expect(newer.told).toContain('✗ database: its tables are of a newer Loa (9999-newer)')
    expect(newer.status).toBe(1)
  })

  test('a database that does not answer', async () => {
    const { status, told } = await run({ DATABASE_URL: 'postgres://u:hush-hush@127.0.0.1:1/none' })
    expect(told).toMatch(
      /✗ database: cannot use the database postgres:.*\n {4}→ check that PostgreSQL runs/,
    )
    expect(told).not.toContain('hush-hush')
    expect(status).toBe(1)
  })
})

if (isBuilt) {
  describeOnPostgres('npm run doctor', (use) => {
    test('compares the clock with the database', async () => {
      const { lineOf } = await run({ DATABASE_URL: use.server.url })
      expect(lineOf('database')).toEqual([
        '✓ database: postgres answers, its tables are up to date',
      ])
      expect(lineOf('clock')).toEqual(['✓ clock: agrees with the database'])
    })
  })
}
