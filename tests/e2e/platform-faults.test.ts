import { setTimeout } from 'node:timers/promises'
import { type FaultyFront, startFaultyFront } from '../stand-ins/faulty-front'
import { deliver } from '../stand-ins/webhook-call'
import { zaloText, zaloWebhook } from '../stand-ins/zalo-webhooks'
import { describeOnEachDatabase } from '../storage/databases'
import { createPeopleInAGuide } from './people-in-a-guide'
import { SECRETS, startProgram } from './start-program'
import { until } from './until'

const MESSAGES = Number(process.env.MESSAGES ?? 40)
const FAULT_MS = Number(process.env.FAULT_MS ?? 2_000)
const ZALO_MESSAGES = 10

jest.setTimeout(600_000)

const FAULTS = [
  { status: 500 },
  { status: 429, headers: { 'retry-after': '1' } },
  { reset: true },
  { status: 503, body: '<html>' },
  // The platform has taken it, and we never hear of it.
  { delayMs: 200, reset: true },
]

describeOnEachDatabase('a platform that fails in every way', (use) => {
  let program: Awaited<ReturnType<typeof startProgram>>
  let front: FaultyFront

  beforeEach(async () => {
    // The program knows the front's address from its start, the front the platform's once that is there.
    let target = ''
    front = await startFaultyFront(() => target, FAULTS)
    program = await startProgram({ DATABASE_URL: use.server.url, MESSENGER_API_URL: front.url })
    target = program.messenger.url
  })
  afterEach(async () => {
    await program.stop()
    await front.close()
  })

  test('holds no other platform up, and gets every message in order once it is well', async () => {
    const crowd = createPeopleInAGuide(MESSAGES, () => [program.url])
    const begun = Date.now()
    await crowd.bringAll()
    await until('failures', () => front.failed() >= FAULTS.length)
    for (let index = 0; index < ZALO_MESSAGES; index += 1) {
      const call = zaloWebhook(
        zaloText('chip có theo dõi mình không', { msgId: `z${index}` }),
        SECRETS,
      )
      expect((await deliver(`${program.url}/webhooks/zalo`, call)).status).toBe(200)
    }
    await until('the replies on Zalo', () => program.zalo.received.length >= ZALO_MESSAGES)
    expect(program.messenger.received).toEqual([])
    await setTimeout(Math.max(0, begun + FAULT_MS - Date.now()))
    front.mend()
    const { replies } = await crowd.expectAllAnswered(use.database, program.messenger)
    if (process.env.FAULT_MS) {
      process.stderr.write(
        `${FAULT_MS} ms of faults: ${front.failed()} calls failed, ${replies} replies\n`,
      )
    }
  })

  test('messages that come repeatedly and in any order are handled once, in the order in which they were written', async () => {
    front.mend()
    const crowd = createPeopleInAGuide(MESSAGES, () => [program.url])
    const call = crowd.shuffledCall()
    const answers = await Promise.all(
      [1, 2, 3].map(() => deliver(`${program.url}/webhooks/messenger`, call)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await crowd.expectAllAnswered(use.database, program.messenger)
  })
})
