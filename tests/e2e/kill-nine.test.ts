import { setTimeout } from 'node:timers/promises'
import { describeOnEachDatabase } from '../storage/databases'
import { freePort } from './free-port'
import { createPeopleInAGuide, type PeopleInAGuide } from './people-in-a-guide'
import { isBuilt, type SpawnedProgram, spawnProgram } from './spawn-program'
import { startPlatforms, toEnvironment } from './start-program'
import { until } from './until'

const KILLS = Number(process.env.KILLS ?? 4)
const MESSAGES = Number(process.env.MESSAGES ?? 100)

jest.setTimeout(3_600_000)

const describeIf = isBuilt ? describeOnEachDatabase : () => {}
if (!isBuilt) test.skip('the program under kill -9: not built, npm run build', () => {})

describeIf('the program under kill -9', (use) => {
  let platforms: Awaited<ReturnType<typeof startPlatforms>>
  let people: PeopleInAGuide | undefined
  /** By their ports; a port whose program is being started anew has none. */
  let programs: Map<number, SpawnedProgram>

  beforeEach(async () => {
    platforms = await startPlatforms()
    programs = new Map()
  })
  afterEach(async () => {
    people?.stop()
    await Promise.all([...programs.values()].map((program) => program.kill('SIGKILL')))
    await platforms.close()
  })

  async function start(port: number) {
    const environment = toEnvironment(platforms.messenger.url, platforms.zalo.url, use.server.url)
    programs.set(port, await spawnProgram({ ...environment, PORT: String(port) }))
  }

  test(`${MESSAGES} messages, killed ${KILLS} times: all answered in order, no state change twice`, async () => {
    // On PostgreSQL two processes share the work and only one of them is killed at a time.
    const count = use.database.dialect === 'postgres' ? 2 : 1
    const ports = await Promise.all(Array.from({ length: count }, freePort))
    for (const port of ports) await start(port)
    const crowd = createPeopleInAGuide(MESSAGES, () => [...programs.values()].map(({ url }) => url))
    people = crowd
    const bringing = crowd.bringAll()
    for (let killed = 1; killed <= KILLS; killed++) {
      await until(
        'more messages',
        () => crowd.brought() >= (MESSAGES * killed) / (KILLS + 1),
        120_000,
      )
      await setTimeout(Math.random() * 30)
      const port = ports[Math.floor(Math.random() * count)] ?? 0
      const program = programs.get(port)
      programs.delete(port)
      await program?.kill('SIGKILL')
      await start(port)
    }
    await bringing
    const { replies, sentAgain } = await crowd.expectAllAnswered(use.database, platforms.messenger)
    expect(sentAgain).toBeLessThanOrEqual(KILLS * 64)
    if (process.env.KILLS) {
      process.stderr.write(
        `${use.database.dialect}: ${MESSAGES} messages, ${KILLS} kills: ${replies} replies, ${sentAgain} sent again\n`,
      )
    }
  })
})
