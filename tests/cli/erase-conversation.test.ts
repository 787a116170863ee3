import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { addEvents, event } from '../delivery/fixtures'
import { describeOnEachDatabase } from '../storage/databases'

const COMMAND = join(__dirname, '../../dist/cli/conversation-command.js')
const describeIf = existsSync(COMMAND) ? describeOnEachDatabase : () => {}
if (!existsSync(COMMAND)) test.skip('npm run conversation: not built, npm run build', () => {})

describeIf('npm run conversation -- erase', (use) => {
  function run(...words: string[]) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [COMMAND, ...words], {
      env: { ...process.env, DATABASE_URL: use.server.url },
      encoding: 'utf8',
    })
    return { stdout, stderr, status }
  }

  test('erases a person, prints a receipt, notes it in the trail without the person, and finds it again', async () => {
    const { kysely } = use.database
    await addEvents(use.database, [event('one', 'chi-lan-0007')], Date.now())
    await kysely.updateTable('inbox').set({ status: 'done' }).execute()
    const { stdout, status } = run('erase', 'web:site:chi-lan-0007')
    expect(status).toBe(0)
    expect(stdout).toContain('1 messages')
    const [, code = ''] = /receipt {6}([A-Z]{8})/.exec(stdout) ?? []
    expect(code).toHaveLength(8)
    const inbox = await kysely.selectFrom('inbox').selectAll().execute()
    expect(JSON.stringify(inbox)).not.toContain('chi-lan')
    const trail = await kysely.selectFrom('audit').selectAll().execute()
    expect(trail).toMatchObject([{ action: 'conversation.erase', subject: code }])
    expect(JSON.stringify(trail)).not.toContain('chi-lan')
    expect(run('receipt', code.toLowerCase()).stdout).toBe(stdout)
  })

  test('says where nothing was kept, and refuses what is no conversation or no receipt', () => {
    expect(run('erase', 'web:site:nobody').stdout).toContain('Nothing was kept of it')
    expect(run('erase', 'nobody')).toMatchObject({ status: 1 })
    expect(run('erase', 'nobody').stderr).toContain('CHANNEL:ACCOUNT:PERSON')
    expect(run('receipt', 'ZZZZZZZZ').stderr).toContain('no receipt')
  })
})
