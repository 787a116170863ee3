import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'libsql'
import { messengerText, messengerWebhook } from '../stand-ins/messenger-webhooks'
import { deliver } from '../stand-ins/webhook-call'
import { freePort } from './free-port'
import { isBuilt, type SpawnedProgram, spawnProgram } from './spawn-program'
import { SECRETS, startPlatforms, toEnvironment } from './start-program'
import { until } from './until'

const KILLS = Number(process.env.KILLS ?? 4)
const MESSAGES = Number(process.env.MESSAGES ?? 100)
/** What each person says, one after the other: every message moves the guide on by one step. */
const SAID = ['kích hoạt tài khoản thế nào', 'rồi', 'xong', 'xong ạ', 'ok xong']
const PEOPLE = Math.ceil(MESSAGES / SAID.length)

jest.setTimeout(300_000)

const describeIf = isBuilt ? describe : describe.skip

describeIf(
  isBuilt
    ? 'the program under kill -9'
    : 'the program under kill -9 (skipped: not built, npm run build)',
  () => {
    test(`${MESSAGES} messages, killed ${KILLS} times: all answered in order, no state change twice`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'loa-kill-'))
      const port = await freePort()
      const platforms = await startPlatforms()
      const databasePath = join(folder, 'loa.db')
      const environment = toEnvironment(
        platforms.messenger.url,
        platforms.zalo.url,
        `file:${databasePath}`,
      )
      let program: SpawnedProgram | undefined
      let isOver = false

      async function start() {
        program = await spawnProgram({ ...environment, PORT: String(port) })
      }
      async function kill() {
        await program?.kill('SIGKILL')
        program = undefined
      }
      /** As the platform does: a message that got no 200 is brought again. */
      async function bring(index: number): Promise<void> {
        const person = `20${String(index % PEOPLE).padStart(4, '0')}`
        const item = messengerText(SAID[Math.floor(index / PEOPLE)] ?? '', {
          mid: `m_${index}`,
          person,
          timestamp: 1_790_000_000_000 + index,
        })
        const call = messengerWebhook([item], SECRETS.appSecret)
        while (!isOver) {
          const answer = await deliver(`http://127.0.0.1:${port}/webhooks/messenger`, call).catch(
            () => undefined,
          )
          if (answer?.status === 200) return
          await setTimeout(50)
        }
      }

      try {
        let brought = 0
        const bringing = (async () => {
          for (let index = 0; index < MESSAGES; index++) {
            await bring(index)
            brought += 1
          }
        })()
        await start()
        for (let killed = 1; killed <= KILLS; killed++) {
          await until('more messages', () => brought >= (MESSAGES * killed) / (KILLS + 1), 120_000)
          await setTimeout(Math.random() * 30)
          await kill()
          await start()
        }
        await bringing
        const open = () => {
          const database = new Database(databasePath, { readonly: true })
          const [row] = database
            .prepare(
              `select (select count(*) from inbox where status = 'pending') +
                (select count(*) from outbox where status = 'pending') as count`,
            )
            .all() as { count: number }[]
          database.close()
          return row?.count ?? -1
        }
        await until('everything sent', () => open() === 0, 120_000)
        await kill()

        const database = new Database(databasePath, { readonly: true })
        const handled = database
          .prepare(`select status, count(*) as count from inbox group by status`)
          .all()
        const states = database.prepare(`select key, value from state`).all() as {
          key: string
          value: string
        }[]
        const [sent] = database.prepare(`select count(*) as count from outbox`).all() as {
          count: number
        }[]
        const replies = sent?.count ?? 0
        database.close()
        expect(handled).toEqual([{ status: 'done', count: MESSAGES }])
        expect(replies).toBeGreaterThanOrEqual(MESSAGES)

        // A repeated turn would be a step too far.
        expect(states).toHaveLength(PEOPLE)
        for (const { key, value } of states) {
          const person = Number(/20(\d{4})/.exec(key)?.[1])
          const [dialog] = JSON.parse(value).dialogs.dialogStack
          expect({ person, walked: dialog.state.position.trail.length }).toEqual({
            person,
            walked: Math.ceil((MESSAGES - person) / PEOPLE) - 1,
          })
        }

        // What arrived twice was on its way at a kill; each message arrived, and in its conversation's order.
        const arrived = new Map<string, number[]>()
        for (const { body } of platforms.messenger.received) {
          const { recipient, message } = body as {
            recipient: { id: string }
            message: { metadata: string }
          }
          const ids = arrived.get(recipient.id) ?? []
          arrived.set(recipient.id, [...ids, Number(message.metadata.replace('loa:', ''))])
        }
        const once = [...arrived.values()].map((ids) => [...new Set(ids)])
        expect(once.flat()).toHaveLength(replies)
        for (const ids of once) expect(ids).toEqual([...ids].sort((a, b) => a - b))
        const repeated = platforms.messenger.received.length - replies
        expect(repeated).toBeLessThanOrEqual(KILLS * PEOPLE)
        if (process.env.KILLS) {
          process.stderr.write(
            `${MESSAGES} messages, ${KILLS} kills: ${replies} replies, ${repeated} sent again\n`,
          )
        }
      } finally {
        isOver = true
        await kill()
        await platforms.close()
        rmSync(folder, { recursive: true, force: true })
      }
    })
  },
)
