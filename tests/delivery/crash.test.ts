import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { stateTable } from '../../src/storage/state-table'
import { describeOnEachDatabase } from '../storage/databases'
import { event, inboxRows, outboxRows, until } from './fixtures'

const KILLS = 8
const PEOPLE = ['an', 'bình', 'chi', 'dũng', 'em', 'phú']
const EVENTS = Array.from({ length: 150 }, (_, i) => event(`m${i}`, PEOPLE[i % PEOPLE.length], i))
const LEASE_MS = 300

jest.setTimeout(60_000)

describeOnEachDatabase('a bot that is killed again and again while events arrive', (use) => {
  let folder: string
  let child: ChildProcess | undefined
  const acknowledged = new Set<string>()

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loa-test-'))
    acknowledged.clear()
  })
  afterEach(() => {
    child?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  const platform = () => join(folder, 'platform')

  async function startBot(): Promise<void> {
    const script = join(__dirname, 'crash-process.ts')
    const bot = fork(script, [use.server.url, platform(), String(LEASE_MS)], {
      execArgv: ['--require', 'tsx/cjs'],
    })
    child = bot
    await new Promise<void>((resolve) => bot.once('message', () => resolve()))
    bot.on('message', (eventId: string) => acknowledged.add(eventId))
  }

  async function killBot(): Promise<void> {
    const bot = child
    if (!bot) return
    const gone = new Promise((resolve) => bot.once('exit', resolve))
    bot.kill('SIGKILL')
    await gone
  }

  /** Brings what is not acknowledged yet, as a platform does, and the last acknowledged one once more. */
  function deliver(count: number): void {
    const missing = EVENTS.filter(({ eventId }) => !acknowledged.has(eventId)).slice(0, count)
    const again = EVENTS.filter(({ eventId }) => acknowledged.has(eventId)).slice(-1)
    for (const arriving of [...missing, ...again]) child?.send(arriving, () => {})
  }

  test('handles every event once and in order, and sends every reply', async () => {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await startBot()
      deliver(Math.ceil(EVENTS.length / KILLS))
      await setTimeout(20 + Math.random() * 100)
      await killBot()
    }
    await startBot()
    await until(async () => {
      if (acknowledged.size < EVENTS.length) deliver(EVENTS.length)
      const open = [...(await inboxRows(use.database)), ...(await outboxRows(use.database))]
      return acknowledged.size === EVENTS.length && open.every(({ status }) => status !== 'pending')
    })
    await killBot()

    expect(existsSync(platform())).toBe(true)
    const lines = readFileSync(platform(), 'utf8').trim().split('\n')
    for (const person of PEOPLE) {
      const key = `web:site:${person}`
      const ids = EVENTS.filter(({ conversation }) => conversation === key).map((it) => it.eventId)
      expect((await stateTable(use.database.kysely, 0).read([key]))[key]).toEqual({ ids })

      // A message that was on its way when the bot was killed is sent again, before any that follows it.
      const received = lines.filter((line) => line.startsWith(`${key} `))
      const once = received.filter((line, index) => line !== received[index - 1])
      expect(once).toEqual(ids.flatMap((id) => [`${key} ${id}.1`, `${key} ${id}.2`]))
    }
    expect(await inboxRows(use.database)).toHaveLength(EVENTS.length)
    expect(await outboxRows(use.database)).toHaveLength(EVENTS.length * 2)
    // Repeats are the messages in flight at a kill: no more than one of each conversation.
    expect(lines.length - EVENTS.length * 2).toBeLessThanOrEqual(KILLS * PEOPLE.length)
  })
})
