import { acceptEvents } from '../../src/delivery/accept-events'
import { conversationTable } from '../../src/storage/conversation-table'
import { describeOnEachDatabase } from '../storage/databases'
import { addMessages, event, inboxRows, message, outboxRows } from './fixtures'

describeOnEachDatabase('accepting events', (use) => {
  const accept = (events: ReturnType<typeof event>[]) =>
    acceptEvents(use.database, { events, confirmations: [], handovers: [] }, 5)
  const confirm = (...confirmations: { outboxId: number; platformMessageId?: string }[]) =>
    acceptEvents(use.database, { events: [], confirmations, handovers: [] }, 5)

  test('stores each event as it came', async () => {
    expect(await accept([event('m1'), event('m2')])).toBe(2)
    const rows = await use.database.kysely.selectFrom('inbox').selectAll().orderBy('id').execute()
    expect(rows[0]).toMatchObject({
      channel: 'web',
      event_id: 'm1',
      conversation: 'web:site:an',
      activity: JSON.stringify({ type: 'message', text: 'm1' }),
      status: 'pending',
      received_at: 5,
    })
    expect(rows).toHaveLength(2)
  })

  test('drops an event that comes again, alone, in the same batch or among new ones', async () => {
    expect(await accept([event('m1'), event('m1')])).toBe(1)
    expect(await accept([event('m1')])).toBe(0)
    expect(await accept([event('m2'), event('m1'), event('m3')])).toBe(2)
    expect((await inboxRows(use.database)).map(({ eventId }) => eventId)).toEqual([
      'm1',
      'm2',
      'm3',
    ])
  })

  test('takes the same id from another channel for another event', async () => {
    expect(await accept([event('m1'), { ...event('m1'), channel: 'zalo' }])).toBe(2)
  })

  test('stores an event once when it is delivered many times at once', async () => {
    const counts = await Promise.all(Array.from({ length: 8 }, () => accept([event('m1')])))
    expect(counts.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
  })

  test('takes an empty batch', async () => {
    expect(await accept([])).toBe(0)
  })

  test('stores nothing of a batch when a part of it cannot be stored', async () => {
    await addMessages(use.database, [message('a')], 0)
    const broken = { ...event('m2'), occurredAt: null as unknown as number }
    const accepting = acceptEvents(
      use.database,
      { events: [event('m1'), broken], confirmations: [{ outboxId: 1 }], handovers: [] },
      5,
    )
    await expect(accepting).rejects.toThrow(/null/i)
    expect(await inboxRows(use.database)).toEqual([])
    expect(await outboxRows(use.database)).toMatchObject([{ status: 'pending' }])
  })

  test('an echo confirms the message that is being sent', async () => {
    await addMessages(use.database, [message('a'), message('b')], 0)
    await confirm({ outboxId: 1, platformMessageId: 'mid.1' })
    expect(await outboxRows(use.database)).toMatchObject([
      { status: 'sent', platformMessageId: 'mid.1' },
      { status: 'pending', platformMessageId: null },
    ])
  })

  test('an echo of what is sent already changes nothing', async () => {
    await addMessages(use.database, [message('a')], 0)
    await confirm({ outboxId: 1, platformMessageId: 'mid.1' })
    await confirm({ outboxId: 1, platformMessageId: 'mid.2' })
    expect(await outboxRows(use.database)).toMatchObject([{ platformMessageId: 'mid.1' }])
  })

  test('an echo with an id that is none of ours is passed over', async () => {
    const counts = await confirm({ outboxId: 99 }, { outboxId: 1e30 }, { outboxId: Number.NaN })
    expect(counts).toBe(0)
  })

  describe('keeps who has a conversation', () => {
    const conversation = 'web:site:an'
    const hand = (holder: 'bot' | 'staff', occurredAt: number, now: number) =>
      acceptEvents(
        use.database,
        { events: [], confirmations: [], handovers: [{ conversation, holder, occurredAt }] },
        now,
      )
    const staffSince = () => conversationTable(use.database.kysely).readStaffSince(conversation)

    test('the bot, at first; staff, by our own clock, from when we are told', async () => {
      expect(await staffSince()).toBeNull()
      await hand('staff', 10_000, 5)
      expect(await staffSince()).toBe(5)
      await hand('staff', 20_000, 7)
      expect(await staffSince()).toBe(7)
      await hand('bot', 30_000, 9)
      expect(await staffSince()).toBeNull()
    })

    test('by the later word, in whatever order they come', async () => {
      await hand('bot', 30_000, 5)
      await hand('staff', 20_000, 7)
      expect(await staffSince()).toBeNull()
    })

    test('by the one that comes later, where the platform’s clock may not tell', async () => {
      await hand('staff', 30_000, 5)
      await hand('bot', 29_500, 7)
      expect(await staffSince()).toBeNull()
    })
  })
})
