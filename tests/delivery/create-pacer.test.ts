import { createPacer } from '../../src/delivery/create-pacer'
import { createSendWorker } from '../../src/delivery/create-send-worker'
import { describeOnEachDatabase } from '../storage/databases'
import { addMessages, createTestClock, message, outboxRows, until } from './fixtures'

/** The most that fell into any window. */
function mostWithin(windowMs: number, times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return Math.max(
    ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + windowMs).length),
  )
}

describeOnEachDatabase('the pace of sending', (use) => {
  const rates = [
    { name: '4,000 a minute', count: 4_000, windowMs: 60_000 },
    { name: '300 a second', count: 300, windowMs: 1_000 },
    { name: '5 a second', count: 5, windowMs: 1_000 },
  ]
  for (const { name, ...rate } of rates) {
    test(`three processes together never go over ${name}, and come close to it`, async () => {
      const clock = createTestClock()
      const processes = [0, 1, 2].map(() => ({
        pace: createPacer(use.database, { channel: 'zalo', rate, now: clock.now }),
        readyAt: 0,
      }))
      const times: number[] = []
      const begun = clock.now()
      const total = Math.min(600, rate.count * 3)
      while (times.length < total) {
        for (const one of processes) {
          if (one.readyAt > clock.now()) continue
          const waitMs = await one.pace()
          one.readyAt = clock.now() + waitMs
          times.push(one.readyAt)
        }
        clock.pass(1)
      }
      expect(mostWithin(rate.windowMs, times)).toBeLessThanOrEqual(rate.count)
      const perWindow =
        ((times.length - rate.count / 10) / (Math.max(...times) - begun)) * rate.windowMs
      expect(perWindow).toBeGreaterThan(rate.count * 0.6)
    })
  }

  test('a bucket that rested holds no more than its burst', async () => {
    const clock = createTestClock()
    const rate = { count: 100, windowMs: 1_000 }
    const pace = createPacer(use.database, { channel: 'zalo', rate, now: clock.now })
    await pace()
    clock.pass(3_600_000)
    const waits: number[] = []
    for (let taken = 0; taken < 12; taken += 1) waits.push(await pace())
    expect(waits.slice(0, 10)).toEqual(Array(10).fill(0))
    expect(waits.slice(10).every((ms) => ms > 0)).toBe(true)
  })

  test('one channel at its limit holds nobody else, and keeps the order of each person', async () => {
    const sent: string[] = []
    const send = async ({ channel, payload }: { channel: string; payload: { text?: unknown } }) => {
      sent.push(`${channel} ${payload.text}`)
      return {}
    }
    const slow = Array.from({ length: 8 }, (_, index) =>
      message(`${index}`, `p${index % 2}`, 'zalo'),
    )
    const free = Array.from({ length: 8 }, (_, index) => message(`${index}`, `p${index}`, 'web'))
    await addMessages(use.database, [...slow, ...free], 0)
    const worker = createSendWorker({
      database: use.database,
      senders: new Map([
        ['zalo', send],
        ['web', send],
      ]),
      rates: new Map([['zalo', { count: 10, windowMs: 1_000 }]]),
      onAlert: () => {},
      onOutcome: () => {},
      now: Date.now,
      random: () => 0,
    })
    worker.start()
    await until(async () =>
      (await outboxRows(use.database)).every(({ status }) => status === 'sent'),
    )
    await worker.stop()
    expect(sent.slice(0, 10).filter((one) => one.startsWith('web'))).toHaveLength(8)
    const numbers = sent
      .filter((one) => one.startsWith('zalo'))
      .map((one) => Number(one.split(' ')[1]))
    for (const rest of [0, 1]) {
      const ofPerson = numbers.filter((number) => number % 2 === rest)
      expect(ofPerson).toEqual([...ofPerson].sort((a, b) => a - b))
    }
  })
})
