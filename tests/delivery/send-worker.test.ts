import { acceptEvents } from '../../src/delivery/accept-events'
import {
  createSendWorker,
  type Send,
  type SendAlert,
  type SendWorkerOptions,
} from '../../src/delivery/create-send-worker'
import type { Worker } from '../../src/delivery/create-work-loop'
import { SendError } from '../../src/delivery/send-error'
import type { Database } from '../../src/storage/open-database'
import { describeOnEachDatabase } from '../storage/databases'
import {
  addMessages,
  createGate,
  createOutcomes,
  createTestClock,
  message,
  outboxRows,
  until,
} from './fixtures'

const HOUR_MS = 3_600_000

let workers: Worker[] = []
let clock = createTestClock()
let outcomes = createOutcomes()
let alerts: SendAlert[] = []

beforeEach(() => {
  workers = []
  clock = createTestClock()
  outcomes = createOutcomes()
  alerts = []
})

function startWorker(
  database: Database,
  senders: Record<string, Send>,
  options: Partial<SendWorkerOptions> = {},
): Worker {
  const worker = createSendWorker({
    database,
    senders: new Map(Object.entries(senders)),
    onAlert: (alert) => alerts.push(alert),
    onOutcome: outcomes.onOutcome,
    now: clock.now,
    random: () => 0,
    ...options,
  })
  workers.push(worker)
  worker.start()
  return worker
}

const stopWorkers = () => Promise.all(workers.map((worker) => worker.stop()))
const seen = (count: number) => until(() => outcomes.seen.length >= count)
const nonePending = async (database: Database) =>
  (await outboxRows(database)).every(({ status }) => status !== 'pending')

/** A sender that has claimed the first message and is not heard of again until it is let go. */
async function startAndLose(database: Database) {
  const { opened, open } = createGate()
  const lost = startWorker(database, { web: () => opened.then(() => ({})) })
  await until(async () => (await outboxRows(database))[0]?.attempts === 1)
  void lost.stop()
  return { open }
}

/** A platform that takes everything and remembers the texts. */
function createPlatform() {
  const texts: unknown[] = []
  const send: Send = async ({ id, payload }) => {
    texts.push(payload.text)
    return { platformMessageId: `mid.${id}` }
  }
  return { texts, send }
}

/** A platform that refuses everything in the same way, counting the calls. */
function createBroken(error: unknown) {
  const calls: number[] = []
  const send: Send = async ({ attempt }) => {
    calls.push(attempt)
    throw error
  }
  return { calls, send }
}

describeOnEachDatabase('sending', (use) => {
  afterEach(stopWorkers)

  test('stores that the platform has the message, and its id there', async () => {
    await addMessages(use.database, [message('a')], clock.now())
    const given: unknown[] = []
    startWorker(use.database, {
      web: async (stored) => {
        given.push(stored)
        return { platformMessageId: 'mid.7' }
      },
    })
    await until(() => nonePending(use.database))
    expect(given).toEqual([{ ...message('a'), id: 1, attempt: 1 }])
    expect(await outboxRows(use.database)).toMatchObject([
      { status: 'sent', platformMessageId: 'mid.7', attempts: 1, error: null },
    ])
    expect(outcomes.seen).toEqual(['sent'])
  })

  test('takes a platform that gives no id', async () => {
    await addMessages(use.database, [message('a')], clock.now())
    startWorker(use.database, { web: async () => ({}) })
    await until(() => nonePending(use.database))
    expect(await outboxRows(use.database)).toMatchObject([{ platformMessageId: null }])
  })

  test('keeps the order of a conversation and one message of it in flight', async () => {
    const people = ['an', 'bình', 'chi']
    const messages = Array.from({ length: 30 }, (_, i) => message(`${i}`, people[i % 3]))
    await addMessages(use.database, messages, clock.now())
    const active = new Set<string>()
    let overlaps = 0
    let mostActive = 0
    const texts: Record<string, unknown[]> = {}
    startWorker(use.database, {
      web: async ({ conversation, payload }) => {
        if (active.has(conversation)) overlaps += 1
        active.add(conversation)
        mostActive = Math.max(mostActive, active.size)
        await new Promise((resolve) => setTimeout(resolve, 3))
        active.delete(conversation)
        texts[conversation] = [...(texts[conversation] ?? []), payload.text]
        return {}
      },
    })
    await until(() => nonePending(use.database))
    expect(overlaps).toBe(0)
    expect(mostActive).toBe(3)
    expect(texts['web:site:bình']).toEqual([
      '1',
      '4',
      '7',
      '10',
      '13',
      '16',
      '19',
      '22',
      '25',
      '28',
    ])
  })

  test('has no more in flight on a channel than allowed', async () => {
    const messages = Array.from({ length: 12 }, (_, i) => message('x', `p${i}`))
    await addMessages(use.database, messages, clock.now())
    let active = 0
    let mostActive = 0
    const web: Send = async () => {
      active += 1
      mostActive = Math.max(mostActive, active)
      await new Promise((resolve) => setTimeout(resolve, 10))
      active -= 1
      return {}
    }
    startWorker(use.database, { web }, { concurrency: 3 })
    await until(() => nonePending(use.database))
    expect(mostActive).toBe(3)
  })

  test('of one channel does not wait for another that is stuck', async () => {
    const stuck = Array.from({ length: 20 }, (_, i) => message('stuck', `p${i}`, 'zalo'))
    await addMessages(use.database, [...stuck, message('quick')], clock.now())
    const gate = createGate()
    const { texts, send } = createPlatform()
    startWorker(use.database, { zalo: () => gate.opened.then(() => ({})), web: send })
    await until(() => texts.length === 1)
    gate.open()
  })

  test('leaves messages of a channel that is switched off where they are', async () => {
    await addMessages(use.database, [message('a', 'an', 'zalo'), message('b')], clock.now())
    const { texts, send } = createPlatform()
    startWorker(use.database, { web: send })
    await until(() => texts.length === 1)
    expect(await outboxRows(use.database)).toMatchObject([{ status: 'pending', attempts: 0 }, {}])
  })
})

describeOnEachDatabase('a message that fails', (use) => {
  afterEach(stopWorkers)

  test('is tried again after pauses that double from a second up to ten minutes', async () => {
    await addMessages(use.database, [message('a'), message('b')], clock.now())
    const { calls, send } = createBroken(new SendError('server_error', { policy: 'retry' }))
    const worker = startWorker(use.database, { web: send })
    await seen(1)
    const pauses: number[] = []
    for (let round = 1; round <= 12; round += 1) {
      const { kysely } = use.database
      const row = kysely.selectFrom('outbox').select('available_at').where('id', '=', 1)
      await until(
        async () => (await row.executeTakeFirstOrThrow()).available_at !== clock.now() + 15_000,
      )
      const pause = (await row.executeTakeFirstOrThrow()).available_at - clock.now()
      pauses.push(pause / 1_000)
      clock.pass(pause)
      worker.wake()
      await seen(round + 1)
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600])
    expect(calls).toEqual(Array.from({ length: 13 }, (_, i) => i + 1))
    expect(await outboxRows(use.database)).toMatchObject([
      { text: 'a', status: 'pending', error: 'server_error' },
      { text: 'b', status: 'pending', attempts: 0 },
    ])
  })

  test('is not tried before its pause is over, and neither is what follows it', async () => {
    await addMessages(use.database, [message('a'), message('b')], clock.now())
    const { calls, send } = createBroken(new SendError('server_error', { policy: 'retry' }))
    const worker = startWorker(use.database, { web: send })
    await seen(1)
    clock.pass(999)
    await addMessages(use.database, [message('c'), message('x', 'other')], clock.now())
    worker.wake()
    await seen(2)
    await worker.stop()
    expect(calls).toEqual([1, 1])
    expect((await outboxRows(use.database)).map(({ attempts }) => attempts)).toEqual([1, 0, 0, 1])
  })

  test('leaves in order with what follows it once the platform is well again', async () => {
    await addMessages(use.database, [message('a'), message('b')], clock.now())
    const { texts, send } = createPlatform()
    let failures = 1
    const worker = startWorker(use.database, {
      web: async (stored) => {
        if (failures-- > 0) throw new SendError('server_error', { policy: 'retry' })
        return send(stored)
      },
    })
    await seen(1)
    await until(async () => {
      clock.pass(1_000)
      worker.wake()
      return nonePending(use.database)
    })
    expect(texts).toEqual(['a', 'b'])
    expect(await outboxRows(use.database)).toMatchObject([{ error: null, attempts: 2 }, {}])
  })

  test('waits as long as the platform asks', async () => {
    await addMessages(use.database, [message('a')], clock.now())
    const limited = new SendError('rate_limit', { policy: 'retry', retryAfterMs: 90_000 })
    const { calls, send } = createBroken(limited)
    const worker = startWorker(use.database, { web: send })
    await seen(1)
    await worker.stop()
    const row = await use.database.kysely
      .selectFrom('outbox')
      .select('available_at')
      .executeTakeFirstOrThrow()
    expect(row.available_at - clock.now()).toBe(90_000)
    expect(calls).toEqual([1])
  })

  test('is a dead letter after a day', async () => {
    await addMessages(use.database, [message('a'), message('b')], clock.now())
    clock.pass(24 * HOUR_MS)
    const { send, calls } = createBroken(new SendError('server_error', { policy: 'retry' }))
    startWorker(use.database, { web: send })
    await until(() => nonePending(use.database))
    expect(calls).toEqual([1, 1])
    expect(await outboxRows(use.database)).toMatchObject([
      { status: 'dead', error: 'server_error' },
      { status: 'dead' },
    ])
    expect(outcomes.seen).toEqual(['dead:server_error', 'dead:server_error'])
  })

  test('is a dead letter at once if it was refused, and the next one leaves', async () => {
    await addMessages(use.database, [message('a'), message('b')], clock.now())
    const { texts, send } = createPlatform()
    startWorker(use.database, {
      web: async (stored) => {
        if (stored.id === 1) throw new SendError('window_closed', { policy: 'refuse' })
        return send(stored)
      },
    })
    await until(() => nonePending(use.database))
    expect(texts).toEqual(['b'])
    expect(await outboxRows(use.database)).toMatchObject([
      { status: 'dead', error: 'window_closed' },
      { status: 'sent' },
    ])
  })

  test('in a way that nobody foresaw is tried again', async () => {
    await addMessages(use.database, [message('a')], clock.now())
    startWorker(use.database, {
      web: () => {
        throw new TypeError('a bug')
      },
    })
    await seen(1)
    expect(outcomes.seen).toEqual(['retry:unexpected_error'])
  })

  test('because the channel must be mended pauses the channel for a minute and raises an alert', async () => {
    await addMessages(use.database, [message('a'), message('b', 'other', 'zalo')], clock.now())
    const platform = createPlatform()
    let revoked = true
    const worker = startWorker(use.database, {
      web: async (stored) => {
        if (revoked) throw new SendError('token_revoked', { policy: 'pause' })
        return platform.send(stored)
      },
      zalo: createPlatform().send,
    })
    await seen(2)
    expect(alerts).toEqual([{ channel: 'web', code: 'token_revoked' }])
    expect(outcomes.seen.sort()).toEqual(['paused:token_revoked', 'sent'])

    revoked = false
    clock.pass(59_999)
    await addMessages(use.database, [message('c', 'third')], clock.now())
    worker.wake()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(platform.texts).toEqual([])

    clock.pass(1)
    worker.wake()
    await until(() => nonePending(use.database))
    expect(platform.texts.sort()).toEqual(['a', 'c'])
  })

  test('beside others in flight for the same reason raises one alert a minute', async () => {
    const messages = Array.from({ length: 4 }, (_, i) => message('x', `p${i}`))
    await addMessages(use.database, messages, clock.now())
    const { send } = createBroken(new SendError('token_revoked', { policy: 'pause' }))
    const gate = createGate()
    let waiting = 0
    const worker = startWorker(use.database, {
      web: async (stored) => {
        waiting += 1
        await gate.opened
        return send(stored)
      },
    })
    await until(() => waiting === 4)
    gate.open()
    await seen(4)
    expect(alerts).toHaveLength(1)
    clock.pass(60_000)
    worker.wake()
    await until(() => alerts.length === 2)
  })

  test('days later than a pause, because it was paused, is still kept', async () => {
    await addMessages(use.database, [message('a')], clock.now())
    clock.pass(72 * HOUR_MS)
    startWorker(use.database, {
      web: createBroken(new SendError('token_revoked', { policy: 'pause' })).send,
    })
    await seen(1)
    expect(await outboxRows(use.database)).toMatchObject([{ status: 'pending' }])
  })
})

describeOnEachDatabase('the lease of a message', (use) => {
  afterEach(stopWorkers)

  test('brings it back when its sender died, and not before', async () => {
    await addMessages(use.database, [message('a'), message('b')], clock.now())
    const { open } = await startAndLose(use.database)

    const { texts, send } = createPlatform()
    const worker = startWorker(use.database, { web: send })
    clock.pass(14_999)
    worker.wake()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(texts).toEqual([])
    clock.pass(1)
    worker.wake()
    await until(() => nonePending(use.database))
    expect(texts).toEqual(['a', 'b'])
    open()
  })

  test('ends with an echo, so that the message is not repeated', async () => {
    await addMessages(use.database, [message('a'), message('b')], clock.now())
    const { open } = await startAndLose(use.database)
    const confirmations = [{ outboxId: 1, platformMessageId: 'mid.echo' }]
    await acceptEvents(use.database, { events: [], confirmations, handovers: [] }, clock.now())

    const { texts, send } = createPlatform()
    startWorker(use.database, { web: send })
    await until(() => nonePending(use.database))
    expect(texts).toEqual(['b'])
    expect(await outboxRows(use.database)).toMatchObject([{ platformMessageId: 'mid.echo' }, {}])
    open()
  })

  test('is longer than a send that never ends, which is given up and tried again', async () => {
    await addMessages(use.database, [message('a')], clock.now())
    startWorker(use.database, { web: () => new Promise(() => {}) }, { leaseMs: 50 })
    await seen(1)
    expect(outcomes.seen).toEqual(['retry:send_timeout'])
  })

  test('lost to another sender does not let the first one bury the message', async () => {
    await addMessages(use.database, [message('a')], clock.now())
    const gate = createGate()
    const slow = startWorker(use.database, {
      web: async () => {
        await gate.opened
        throw new SendError('refused', { policy: 'refuse' })
      },
    })
    await until(async () => (await outboxRows(use.database))[0]?.attempts === 1)
    clock.pass(15_000)
    const second = createGate()
    startWorker(use.database, { web: () => second.opened.then(() => ({})) })
    await until(async () => (await outboxRows(use.database))[0]?.attempts === 2)
    gate.open()
    await slow.stop()
    expect(await outboxRows(use.database)).toMatchObject([{ status: 'pending' }])
    second.open()
    await until(() => nonePending(use.database))
    expect(await outboxRows(use.database)).toMatchObject([{ status: 'sent' }])
  })
})

describeOnEachDatabase('a send worker', (use) => {
  afterEach(stopWorkers)

  test('waits for what is in flight when it is stopped, and begins nothing more', async () => {
    await addMessages(use.database, [message('a'), message('b')], clock.now())
    const gate = createGate()
    let begun = 0
    const web: Send = async () => {
      begun += 1
      await gate.opened
      return {}
    }
    const worker = startWorker(use.database, { web }, { concurrency: 1 })
    await until(() => begun === 1)
    const stopping = worker.stop()
    gate.open()
    await stopping
    await worker.stop()
    expect(await outboxRows(use.database)).toMatchObject([
      { status: 'sent' },
      { status: 'pending' },
    ])
  })

  test('does not send again what it sent while the database was gone', async () => {
    await addMessages(use.database, [message('a'), message('b')], clock.now())
    const { schema } = use.database.kysely
    const { texts, send } = createPlatform()
    startWorker(use.database, {
      web: async (stored) => {
        if (stored.id === 1) await schema.alterTable('outbox').renameTo('gone').execute()
        return send(stored)
      },
    })
    await until(() => outcomes.seen.filter((outcome) => outcome === 'database_error').length > 1)
    clock.pass(HOUR_MS)
    await schema.alterTable('gone').renameTo('outbox').execute()
    await until(() => nonePending(use.database))
    expect(texts).toEqual(['a', 'b'])
  })

  test('shares the outbox with another process, and nothing is sent twice', async () => {
    const messages = Array.from({ length: 40 }, (_, i) => message(`${i}`, `p${i % 10}`))
    await addMessages(use.database, messages, clock.now())
    const { texts, send } = createPlatform()
    const other = await use.server.open()
    startWorker(use.database, { web: send })
    startWorker(other, { web: send })
    await until(() => nonePending(use.database))
    expect(texts).toHaveLength(40)
    expect(new Set(texts).size).toBe(40)
  })
})
