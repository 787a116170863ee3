import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { openDatabase } from '../../src/storage/open-database'
import { createPeopleInAGuide, type PeopleInAGuide } from '../e2e/people-in-a-guide'
import { type SpawnedProgram, spawnProgram } from '../e2e/spawn-program'
import { startPlatforms, toEnvironment } from '../e2e/start-program'
import { until } from '../e2e/until'
import { describeOnEachDatabase } from '../storage/databases'
import { makeOldDatabase } from '../storage/old-database'

jest.setTimeout(300_000)

const MESSAGES = Number(process.env.MESSAGES ?? 150)

const commandOf = (name: string) => join(__dirname, `../../dist/cli/${name}.js`)
const isBuilt = existsSync(commandOf('restore'))
const describeIf = isBuilt ? describeOnEachDatabase : () => {}
if (!isBuilt) test.skip('npm run backup and restore: not built, npm run build', () => {})

describeIf('npm run backup and npm run restore', (use) => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loa-backup-'))
    file = join(folder, 'loa.backup')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function run(name: 'backup' | 'restore', words: string[], url = use.server.url) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [commandOf(name), ...words], {
      env: { ...process.env, DATABASE_URL: url },
      encoding: 'utf8',
    })
    return { stdout, stderr, status }
  }
  /** What a backup holds, without when it was made; PostgreSQL gives rows in no order. */
  const linesOf = (path: string) =>
    gunzipSync(readFileSync(path)).toString().trim().split('\n').slice(1).sort()
  const sqlite = (name: string) => `file:${join(folder, name)}`

  async function fill() {
    const { kysely } = use.database
    for (const id of ['a', 'b', 'c']) {
      const times = { occurred_at: 1, available_at: 1, received_at: 1 }
      const event = { channel: 'web', event_id: id, conversation: `web:s:${id}`, activity: '{}' }
      await kysely
        .insertInto('inbox')
        .values({ ...event, ...times })
        .execute()
    }
    // An id that was given is never given again, even if its row is gone.
    await kysely.deleteFrom('inbox').where('event_id', '=', 'c').execute()
    const words = 'Đường “Tạm Thương”,\n ngõ 5\\'
    await kysely.insertInto('state').values({ key: 'k', value: words, updated_at: 7 }).execute()
    await kysely
      .insertInto('allowances')
      .values({ key: 'z', tokens: 0.1 + 0.2, refilled_at: 1 })
      .execute()
    const audit = { noted_at: 1, account_name: 'Lan', action: 'a', subject: 's', detail: '{}' }
    await kysely.insertInto('audit').values(audit).execute()
    await use.database.sync()
  }

  test('a backup restored into SQLite, and from there back, holds the same to the last value', async () => {
    await fill()
    expect(run('backup', [file])).toMatchObject({ status: 0, stderr: '' })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(run('restore', [file], sqlite('copy.db'))).toMatchObject({ status: 0, stderr: '' })
    const again = join(folder, 'again.backup')
    expect(run('backup', [again], sqlite('copy.db')).status).toBe(0)
    expect(linesOf(again)).toEqual(linesOf(file))

    // Into the database itself: not over its rows, unless one means it.
    const refused = run('restore', [again])
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toContain('--force')
    await use.database.kysely.deleteFrom('state').execute()
    expect(run('restore', [again, '--force'])).toMatchObject({ status: 0, stderr: '' })
    const third = join(folder, 'third.backup')
    expect(run('backup', [third]).status).toBe(0)
    expect(linesOf(third)).toEqual(linesOf(file))

    const { kysely } = await use.server.open()
    const times = { occurred_at: 1, available_at: 1, received_at: 1 }
    const event = { channel: 'web', event_id: 'd', conversation: 'web:s:d', activity: '{}' }
    const { id } = await kysely
      .insertInto('inbox')
      .values({ ...event, ...times })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(id).toBe(4)
    await expect(kysely.deleteFrom('audit').execute()).rejects.toThrow('only ever added to')
  })

  test('a backup of an older Loa is brought up to date as it is restored', async () => {
    const old = sqlite('old.db')
    await makeOldDatabase(old)
    expect(run('backup', [file], old).status).toBe(0)
    expect(run('restore', [file, '--force'])).toMatchObject({ status: 0, stderr: '' })
    const { kysely } = await use.server.open()
    expect(await kysely.selectFrom('questions').select('form').execute()).toHaveLength(2)
    expect(await kysely.selectFrom('open_questions').select('form').execute()).toHaveLength(1)
    // The old database is still what it was: a backup changes nothing.
    const again = join(folder, 'again.backup')
    expect(run('backup', [again], old).status).toBe(0)
    expect(linesOf(again)).toEqual(linesOf(file))
  })

  test('what cannot be restored changes nothing and says why', async () => {
    await fill()
    run('backup', [file])
    const before = linesOf(file)
    const whole = gunzipSync(readFileSync(file)).toString()
    const write = (name: string, text: string) => {
      const path = join(folder, name)
      writeFileSync(path, gzipSync(text))
      return path
    }
    const cut = join(folder, 'cut')
    writeFileSync(cut, readFileSync(file))
    truncateSync(cut, statSync(cut).size - 20)
    const cases: [string, string][] = [
      [cut, 'cannot be read'],
      [write('short', whole.split('\n').slice(0, -2).join('\n')), 'cut short'],
      [write('lines', `${whole.split('\n').slice(0, -2).join('\n')}\n`), 'cut short'],
      [write('other', '{"a":1}\n'), 'no backup of Loa'],
      [write('newer', whole.replace('"0001-', '"9999-')), 'newer Loa'],
      [write('empty', ''), 'empty'],
      [join(folder, 'missing'), 'cannot be read'],
    ]
    for (const [path, reason] of cases) {
      const { status, stderr } = run('restore', [path, '--force'])
      expect([path, status, stderr]).toEqual([path, 1, expect.stringContaining(reason)])
    }
    const after = join(folder, 'after.backup')
    run('backup', [after])
    expect(linesOf(after)).toEqual(before)
    expect(run('backup', [after]).stderr).toContain('is there already')
    expect(run('backup', [join(folder, 'x')], sqlite('missing.db')).stderr).toContain('not there')
  })

  describe('under load', () => {
    let platforms: Awaited<ReturnType<typeof startPlatforms>>
    let people: PeopleInAGuide | undefined
    const programs: SpawnedProgram[] = []
    beforeEach(async () => {
      platforms = await startPlatforms()
    })
    afterEach(async () => {
      people?.stop()
      await Promise.all(programs.splice(0).map((program) => program.kill('SIGKILL')))
      await platforms.close()
    })
    async function start(url: string) {
      const environment = toEnvironment(platforms.messenger.url, platforms.zalo.url, url)
      const program = await spawnProgram(environment)
      programs.push(program)
      return program
    }

    test('is of one moment, and a program goes on from there', async () => {
      const program = await start(use.server.url)
      const crowd = createPeopleInAGuide(MESSAGES, () => [program.url])
      people = crowd
      const bringing = crowd.bringAll()
      await until('a third of the messages', () => crowd.brought() > MESSAGES / 3, 120_000)
      const child = spawn(process.execPath, [commandOf('backup'), file], {
        env: { ...process.env, DATABASE_URL: use.server.url },
      })
      const code = await new Promise((resolve) => child.once('exit', resolve))
      expect(code).toBe(0)
      await bringing
      await crowd.expectAllAnswered(use.database, platforms.messenger)
      await program.kill('SIGTERM')

      const url = sqlite('restored.db')
      expect(run('restore', [file], url)).toMatchObject({ status: 0, stderr: '' })
      const restored = await openDatabase(url)
      const events = async (one = restored) =>
        one.kysely.selectFrom('inbox').selectAll().orderBy('id').execute()
      const replies = async (one = restored) =>
        one.kysely
          .selectFrom('outbox')
          .select(['id', 'inbox_id', 'conversation', 'payload'])
          .orderBy('id')
          .execute()
      try {
        const kept = await events()
        const all = await events(use.database)
        expect(kept.length).toBeGreaterThan(MESSAGES / 3)
        if (process.env.MESSAGES) {
          process.stderr.write(
            `${use.database.dialect}: backup under load holds ${kept.length} of ${all.length} events, ${kept.filter(({ status }) => status === 'pending').length} of them pending\n`,
          )
        }
        // Every event as it came, and for each that was handled exactly what it brought about.
        const ids = new Map(all.map((event) => [event.id, event]))
        for (const { status, attempts, available_at, error, ...event } of kept) {
          expect(ids.get(event.id)).toMatchObject(event)
        }
        const done = new Set(kept.filter(({ status }) => status === 'done').map(({ id }) => id))
        const expected = (await replies(use.database)).filter(({ inbox_id }) =>
          done.has(inbox_id ?? 0),
        )
        expect(await replies()).toEqual(expected)

        const next = await start(url)
        await until(
          'everything handled',
          async () => (await events()).every(({ status }) => status === 'done'),
          60_000,
        )
        await next.kill('SIGTERM')
      } finally {
        await restored.close()
      }
    })
  })
})
