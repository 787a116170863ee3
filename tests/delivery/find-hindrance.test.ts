import { acceptEvents } from '../../src/delivery/accept-events'
import { createSendWorker } from '../../src/delivery/create-send-worker'
import type { Worker } from '../../src/delivery/create-work-loop'
import type { ConversationHolder } from '../../src/delivery/handover'
import { describeOnEachDatabase } from '../storage/databases'
import {
  addMessages,
  createOutcomes,
  createTestClock,
  event,
  message,
  outboxRows,
  until,
} from './fixtures'

const HOUR_MS = 3_600_000
let worker: Worker | undefined

describeOnEachDatabase('what speaks against sending', (use) => {
  afterEach(() => worker?.stop())

  /** A person writes, `hours` pass, the bot answers, and the worker sends what it may. */
  async function answerAfter(
    hours: number,
    { holder, person = 'an' }: { holder?: ConversationHolder; person?: string } = {},
  ) {
    const clock = createTestClock()
    const { conversation } = event('m1')
    const handovers = holder ? [{ conversation, holder, occurredAt: 0 }] : []
    await acceptEvents(
      use.database,
      { events: [event('m1')], confirmations: [], handovers },
      clock.now(),
    )
    clock.pass(hours * HOUR_MS)
    await addMessages(use.database, [message('a', person)], clock.now())
    const sent: unknown[] = []
    const { seen, onOutcome } = createOutcomes()
    worker = createSendWorker({
      database: use.database,
      senders: new Map([
        [
          'web',
          async ({ payload }) => {
            sent.push(payload.text)
            return {}
          },
        ],
      ]),
      replyWindows: new Map([['web', 24 * HOUR_MS]]),
      staffHoldMs: () => 4 * HOUR_MS,
      onAlert: () => {},
      onOutcome,
      now: clock.now,
      random: () => 0,
    })
    worker.start()
    const read = async () => (await outboxRows(use.database))[0]
    await until(async () => (await read())?.status !== 'pending')
    const row = await read()
    return { sent, seen, row }
  }

  test('nothing, within the platform’s window', async () => {
    expect(await answerAfter(23)).toMatchObject({ sent: ['a'], row: { status: 'sent' } })
  })

  test('the end of the window: the platform is not even asked', async () => {
    expect(await answerAfter(24)).toMatchObject({
      sent: [],
      seen: ['dead:outside_window'],
      row: { status: 'dead', error: 'outside_window' },
    })
  })

  test('staff who have the conversation', async () => {
    expect(await answerAfter(3, { holder: 'staff' })).toMatchObject({
      sent: [],
      row: { status: 'dead', error: 'with_staff' },
    })
  })

  test('not staff who have been silent for hours', async () => {
    expect(await answerAfter(4, { holder: 'staff' })).toMatchObject({ sent: ['a'] })
  })

  test('not staff who gave the conversation back', async () => {
    expect(await answerAfter(0, { holder: 'bot' })).toMatchObject({ sent: ['a'] })
  })

  test('not staff who have another conversation, nor that nothing is known of this one', async () => {
    expect(await answerAfter(0, { holder: 'staff', person: 'bình' })).toMatchObject({
      sent: ['a'],
    })
  })
})
