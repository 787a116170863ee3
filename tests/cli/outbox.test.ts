import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { addMessages, message, outboxRows } from '../delivery/fixtures'
import { describeOnEachDatabase } from '../storage/databases'

const COMMAND = join(__dirname, '../../dist/cli/outbox.js')
const describeIf = existsSync(COMMAND) ? describeOnEachDatabase : () => {}
if (!existsSync(COMMAND)) test.skip('npm run outbox: not built, npm run build', () => {})

const PHONE = '0912345678'

describeIf('npm run outbox', (use) => {
  function run(...words: string[]) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [COMMAND, ...words], {
      env: { ...process.env, DATABASE_URL: use.server.url },
      encoding: 'utf8',
    })
    return { stdout, stderr, status }
  }
  const rows = async () => (await outboxRows(use.database)).map(({ status }) => status)

  /** Four messages: 1 and 2 are dead on Zalo, 3 on the web, 4 waits. */
  beforeEach(async () => {
    const texts = [`Gọi ${PHONE}`, 'hai', 'ba', 'bốn']
    const channels = ['zalo', 'zalo', 'web', 'web']
    await addMessages(
      use.database,
      texts.map((text, index) => message(text, 'người-lạ', channels[index])),
      Date.now() - 2 * 3_600_000,
    )
    await use.database.kysely
      .updateTable('outbox')
      .set({ status: 'dead', error: 'request_refused', attempts: 3 })
      .where('id', '<', 4)
      .execute()
  })

  test('lists what is dead, newest first, and neither people nor words', () => {
    const { stdout, status } = run('list')
    expect(status).toBe(0)
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).join(' '))
    expect(lines).toEqual([
      'id channel code attempts age',
      '3 web request_refused 3 2.0 h',
      '2 zalo request_refused 3 2.0 h',
      '1 zalo request_refused 3 2.0 h',
    ])
  })

  test('shows the words of one, with numbers masked', () => {
    const { stdout } = run('list', '--show', '1')
    expect(stdout).toContain('Gọi')
    expect(stdout).not.toContain(PHONE)
    expect(stdout).not.toContain('người-lạ')
    expect(run('list', '--show', '4')).toMatchObject({ status: 1, stdout: '' })
  })

  test('retries by id, by channel, and all', async () => {
    expect(run('retry', '2')).toMatchObject({ status: 0, stdout: '1 to be sent again: 2\n' })
    expect(await rows()).toEqual(['dead', 'pending', 'dead', 'pending'])
    expect(run('retry', '--all', '--channel', 'zalo').stdout).toBe('1 to be sent again: 1\n')
    expect(run('retry', '--all').stdout).toBe('1 to be sent again: 3\n')
    expect(await rows()).toEqual(Array(4).fill('pending'))
    expect(run('retry', '--all').stdout).toBe('0 to be sent again\n')
    expect(run('list').stdout).toMatch(/^nothing/)
  })

  test('drops what is dead and nothing else', async () => {
    expect(run('drop', '1', '4')).toMatchObject({
      status: 1,
      stdout: '1 deleted: 1\n',
      stderr: 'no dead letters: 4\n',
    })
    expect(await rows()).toEqual(['dead', 'dead', 'pending'])
  })

  test('says how it is used', () => {
    for (const words of [[], ['clean'], ['retry'], ['drop', '--all', '1'], ['list', '--no']]) {
      expect(run(...words)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/npm run outbox -- retry/),
      })
    }
    expect(run('retry', 'x').stderr).toMatch(/x is no id/)
  })
})
