import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { accountTable } from '../../src/storage/account-table'
import { auditTable } from '../../src/storage/audit-table'
import { emailOf, PASSWORD, secretOf, signIn } from '../console/console-client'
import { openPeople, type People } from '../console/people/open-people'
import { describeOnEachDatabase } from '../storage/databases'

const COMMAND = join(__dirname, '../../dist/cli/console.js')
const describeIf = existsSync(COMMAND) ? describeOnEachDatabase : () => {}
if (!existsSync(COMMAND)) test.skip('npm run console: not built, npm run build', () => {})

describeIf('npm run console', (use) => {
  let people: People
  beforeEach(async () => {
    people = await openPeople(use.database)
  })
  afterEach(() => people.close())

  function run(...words: string[]) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [COMMAND, ...words], {
      env: { ...process.env, DATABASE_URL: use.server.url, PUBLIC_URL: 'https://loa.example' },
      encoding: 'utf8',
    })
    return { stdout, stderr, status }
  }
  const take = (link: string, password: string) => {
    const client = people.stranger()
    return client.ask('POST', '/link', { secret: secretOf(link), password })
  }

  test('lets a new admin in', async () => {
    const { stdout, status } = run('invite', 'Moi@loa.example', '--role', 'admin', '--name', 'Mới')
    expect(status).toBe(0)
    expect(stdout).toContain('https://loa.example/console/link#')
    const { account } = await take(stdout, PASSWORD)
    expect(account).toMatchObject({ email: 'moi@loa.example', name: 'Mới', role: 'admin' })
    const [, note] = await auditTable(use.database.kysely, Date.now).read({}, 2)
    expect(note).toMatchObject({ accountName: 'Máy chủ', action: 'people.invite', subject: 'Mới' })
  })

  test('lets an admin in again who is locked out and lost the telephone, and keeps the role', async () => {
    const accounts = accountTable(use.database.kysely)
    const { id } = await people.find('admin')
    await accounts.change(id, { lockedAt: Date.now(), totpSecret: 'lost', recoveryCodes: ['x'] })
    const { stdout } = run('invite', emailOf('admin'))
    const next = 'một mật khẩu mới toanh'
    expect(await take(stdout, next)).toMatchObject({ account: { id, role: 'admin' } })
    expect((await signIn(people.stranger(), emailOf('admin'), next)).status).toBe(200)
  })

  test.each([
    [[], 'npm run console -- invite EMAIL'],
    [['invite'], 'npm run console -- invite EMAIL'],
    [['invite', 'lan'], 'lan is no e-mail address'],
    [['invite', 'lan@loa.example', '--role', 'root'], '--role cannot be this'],
  ])('what cannot be is told, with how it is done: %j', (words, message) => {
    const { stderr, status } = run(...words)
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)])
  })
})
