import { setTimeout } from 'node:timers/promises'
import type { Fault } from '../stand-ins/fault-line'
import { type FaultyFront, startFaultyFront } from '../stand-ins/faulty-front'
import { deliver } from '../stand-ins/webhook-call'
import { describeOnEachDatabase } from '../storage/databases'
import { messengerCrowd, zaloCrowd } from './crowd-platform'
import { createPeopleInAGuide, type PeopleInAGuide } from './people-in-a-guide'
import { startProgram } from './start-program'
import { until } from './until'

/** The platform is down for so long, and so many messages come on each of both meanwhile. */
const FAULT_MS = Number(process.env.FAULT_MS ?? 2_000)
const MESSAGES = Number(process.env.MESSAGES ?? 40)

jest.setTimeout(600_000)

const FAULTS: Readonly<Record<string, Fault>> = {
  '500': { status: 500 },
  '429': { status: 429, headers: { 'retry-after': '1' } },
  reset: { reset: true },
  'no answer': { hang: true },
  '503 in HTML': { status: 503, body: '<html>' },
  'taken, then reset': { taken: true },
}

describeOnEachDatabase('a platform that fails in every way', (use) => {
  let program: Awaited<ReturnType<typeof startProgram>>
  let front: FaultyFront
  let crowds: PeopleInAGuide[]

  // The program knows the front's address from its start, the front the platform's once that is there.
  let target = ''
  beforeEach(async () => {
    crowds = []
    front = await startFaultyFront(() => target, Object.values(FAULTS))
  })
  afterEach(async () => {
    for (const crowd of crowds) crowd.stop()
    await program.stop()
    await front.close()
  })

  async function start(variable: 'MESSENGER_API_URL' | 'ZALO_API_URL') {
    program = await startProgram({ DATABASE_URL: use.server.url, [variable]: front.url })
    target = variable === 'MESSENGER_API_URL' ? program.messenger.url : program.zalo.url
  }
  const createCrowd = (platform: typeof messengerCrowd) => {
    const crowd = createPeopleInAGuide(MESSAGES, () => [program.url], platform)
    crowds.push(crowd)
    return crowd
  }

  test.each([
    { variable: 'MESSENGER_API_URL', ailing: messengerCrowd, well: zaloCrowd },
    { variable: 'ZALO_API_URL', ailing: zaloCrowd, well: messengerCrowd },
  ] as const)(
    '$ailing.channel does not hold $well.channel up, and gets every message in order once it is well',
    async ({ variable, ailing, well }) => {
      await start(variable)
      const end = setTimeout(FAULT_MS)
      const held = createCrowd(ailing)
      const free = createCrowd(well)
      const bringing = held.bringAll(FAULT_MS / MESSAGES)
      await free.bringAll(FAULT_MS / MESSAGES)
      await free.expectAllAnswered(use.database, program[well.channel])
      await until('each fault', () => front.failures.every((count) => count > 0))
      await end
      front.mend()
      await bringing
      const { replies, sentAgain } = await held.expectAllAnswered(
        use.database,
        program[ailing.channel],
      )
      if (process.env.FAULT_MS) {
        const counts = Object.keys(FAULTS).map((name, index) => `${name} ${front.failures[index]}`)
        process.stderr.write(
          `${ailing.channel}, ${use.database.dialect}: ${FAULT_MS} ms of faults (${counts.join(', ')}), ` +
            `${MESSAGES} messages: ${replies} replies, ${sentAgain} sent again\n`,
        )
      }
    },
  )

  test('messages that come repeatedly and in any order are handled once, in the order in which they were written', async () => {
    await start('MESSENGER_API_URL')
    front.mend()
    const crowd = createCrowd(messengerCrowd)
    const calls = crowd.shuffledCalls()
    const answers = await Promise.all(
      [...calls, ...calls, ...calls].map((call) =>
        deliver(`${program.url}/webhooks/messenger`, call),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await crowd.expectAllAnswered(use.database, program.messenger)
  })
})
