import { createSendWorker, type SendAlert } from '../../src/delivery/create-send-worker'
import { SendError } from '../../src/delivery/send-error'
import { describeOnEachDatabase } from '../storage/databases'
import {
  addMessages,
  createOutcomes,
  createTestClock,
  message,
  outboxRows,
  until,
} from './fixtures'

describeOnEachDatabase('an account that must be mended', (use) => {
  test('keeps its messages for a minute and raises one alert, while the channel goes on', async () => {
    const clock = createTestClock()
    const outcomes = createOutcomes()
    const alerts: SendAlert[] = []
    const troubled = ['a', 'b']
    const sent: unknown[] = []
    let isMended = false
    const worker = createSendWorker({
      database: use.database,
      senders: new Map([
        [
          'web',
          async ({ payload }) => {
            if (!isMended && troubled.includes(String(payload.text))) {
              throw new SendError('out_of_quota', { policy: 'pause', scope: 'account' })
            }
            sent.push(payload.text)
            return {}
          },
        ],
      ]),
      onAlert: (alert) => alerts.push(alert),
      onOutcome: outcomes.onOutcome,
      now: clock.now,
      random: () => 0,
    })
    const all = [message('a', 'an'), message('b', 'binh'), message('c', 'chi')]
    await addMessages(use.database, all, clock.now())
    worker.start()
    await until(() => outcomes.seen.length >= 3)
    expect(sent).toEqual(['c'])
    expect(alerts).toEqual([{ channel: 'web', code: 'out_of_quota' }])

    isMended = true
    clock.pass(60_000)
    worker.wake()
    await until(async () =>
      (await outboxRows(use.database)).every(({ status }) => status === 'sent'),
    )
    expect(sent.sort()).toEqual(['a', 'b', 'c'])
    await worker.stop()
  })
})
