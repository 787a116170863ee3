import { createTurnWorker, type TurnWorkerOptions } from '../../src/delivery/create-turn-worker'
import type { Worker } from '../../src/delivery/create-work-loop'
import { RightOfWay } from '../../src/delivery/right-of-way'
import type { Database } from '../../src/storage/open-database'
import { stateTable } from '../../src/storage/state-table'
import { asAdmin, describeOnEachDatabase, describeOnPostgres } from '../storage/databases'
import {
  addEvents,
  createGate,
  createOutcomes,
  createTestClock,
  event,
  inboxRows,
  message,
  outboxRows,
  until,
} from './fixtures'

let workers: Worker[] = []
let clock = createTestClock()
let outcomes = createOutcomes()

beforeEach(() => {
  workers = []
  clock = createTestClock()
  outcomes = createOutcomes()
})

function startWorker(database: Database, options: Partial<TurnWorkerOptions>): Worker {
  const worker = createTurnWorker({
    database,
    rightOfWay: new RightOfWay(),
    handle: async () => [],
    apologise: () => [message('sorry')],
    onReplies: () => {},
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
const nonePending = async (database: Database) =>
  (await inboxRows(database)).every(({ status }) => status !== 'pending')

describeOnEachDatabase('a turn', (use) => {
  afterEach(stopWorkers)

  test('stores the state, the replies and that the event is done', async () => {
    await addEvents(use.database, [event('m1')], clock.now())
    let woken = 0
    startWorker(use.database, {
      onReplies: () => {
        woken += 1
      },
      handle: async (handled, stores) => {
        await stores.state.write({ [handled.conversation]: { said: handled.activity.text } })
        await stores.flowVersions.save({ hash: 'h', flowId: 'f', definition: {} })
        await stores.questions.record({
          askedAt: clock.now(),
          channel: handled.channel,
          kind: 'answer',
          topic: 't',
          flow: null,
          text: 'm1',
        })
        return [message('one'), message('two')]
      },
    })
    await until(() => woken === 1)
    expect(await inboxRows(use.database)).toMatchObject([{ status: 'done', attempts: 0 }])
    expect(await outboxRows(use.database)).toMatchObject([
      { text: 'one', status: 'pending', inboxId: 1 },
      { text: 'two', status: 'pending', inboxId: 1 },
    ])
    const { kysely } = use.database
    expect(await stateTable(kysely, 0).read(['web:site:an'])).toEqual({
      'web:site:an': { said: 'm1' },
    })
    expect(await kysely.selectFrom('flow_versions').select('hash').execute()).toHaveLength(1)
    expect(await kysely.selectFrom('questions').select('kind').execute()).toHaveLength(1)
    expect(outcomes.seen).toEqual(['handled'])
  })

  test('is given the event exactly as it was accepted', async () => {
    const accepted = event('m1', 'bình', 17)
    await addEvents(use.database, [accepted], clock.now())
    const handled: unknown[] = []
    startWorker(use.database, {
      handle: async (given) => {
        handled.push(given)
        return []
      },
    })
    await until(() => handled.length === 1)
    expect(handled).toEqual([accepted])
  })

  test('that throws changes nothing but the count of attempts', async () => {
    await addEvents(use.database, [event('m1')], clock.now())
    startWorker(use.database, {
      handle: async (_, stores) => {
        await stores.state.write({ a: {} })
        throw new Error('a bug')
      },
    })
    await until(() => outcomes.seen.length === 1)
    expect(outcomes.seen).toEqual(['retry:turn_failed'])
    expect(await inboxRows(use.database)).toEqual([
      { eventId: 'm1', status: 'pending', attempts: 1, error: 'turn_failed' },
    ])
    expect(await stateTable(use.database.kysely, 0).read(['a'])).toEqual({})
    expect(await outboxRows(use.database)).toEqual([])
  })

  test('that throws because of a query of its own is undone in the same way', async () => {
    await addEvents(use.database, [event('m1')], clock.now())
    startWorker(use.database, {
      handle: async (_, stores) => {
        await stores.state.write({ a: {} })
        await stores.state.write({ [null as unknown as string]: undefined as unknown as object })
        return []
      },
    })
    await until(() => outcomes.seen.length === 1)
    expect(outcomes.seen).toEqual(['retry:turn_failed'])
    expect(await stateTable(use.database.kysely, 0).read(['a'])).toEqual({})
  })

  test('whose replies cannot be stored is undone in the same way', async () => {
    await addEvents(use.database, [event('m1')], clock.now())
    startWorker(use.database, {
      handle: async (_, stores) => {
        await stores.state.write({ a: {} })
        return [{ ...message('x'), payload: { amount: 1n } }]
      },
    })
    await until(() => outcomes.seen.length === 1)
    expect(outcomes.seen).toEqual(['retry:turn_failed'])
    expect(await stateTable(use.database.kysely, 0).read(['a'])).toEqual({})
  })

  test('is tried three times with growing pauses, then the bot apologises', async () => {
    await addEvents(use.database, [event('m1'), event('m2')], clock.now())
    const tries: string[] = []
    const worker = startWorker(use.database, {
      handle: async ({ eventId }) => {
        tries.push(`${eventId} at ${clock.now() - 1_000_000}`)
        if (eventId === 'm1') throw new Error('a bug')
        return [message('fine')]
      },
    })
    const passAndLook = async (ms: number, expected: number) => {
      clock.pass(ms)
      worker.wake()
      await until(() => outcomes.seen.length === expected)
    }
    await until(() => outcomes.seen.length === 1)
    await passAndLook(1_000, 2)
    await passAndLook(2_000, 4)
    expect(tries).toEqual(['m1 at 0', 'm1 at 1000', 'm1 at 3000', 'm2 at 3000'])
    expect(outcomes.seen).toEqual([
      'retry:turn_failed',
      'retry:turn_failed',
      'failed:turn_failed',
      'handled',
    ])
    expect(await inboxRows(use.database)).toMatchObject([
      { eventId: 'm1', status: 'failed', attempts: 3, error: 'turn_failed' },
      { eventId: 'm2', status: 'done' },
    ])
    expect((await outboxRows(use.database)).map(({ text }) => text)).toEqual(['sorry', 'fine'])
  })

  test('is not tried again before its pause is over, and what follows it waits', async () => {
    await addEvents(use.database, [event('m1'), event('m2'), event('x', 'other')], clock.now())
    const handled: string[] = []
    const worker = startWorker(use.database, {
      handle: async ({ eventId }) => {
        handled.push(eventId)
        if (eventId === 'm1') throw new Error('a bug')
        return []
      },
    })
    await until(() => outcomes.seen.length === 2)
    clock.pass(999)
    worker.wake()
    await addEvents(use.database, [event('y', 'third')], clock.now())
    worker.wake()
    await until(() => handled.includes('y'))
    expect(handled.sort()).toEqual(['m1', 'x', 'y'])
  })

  test('whose apology fails as well does not hold its conversation', async () => {
    await addEvents(use.database, [event('m1'), event('m2')], clock.now())
    const worker = startWorker(use.database, {
      handle: async ({ eventId }) => {
        if (eventId === 'm1') throw new Error('a bug')
        return []
      },
      apologise: () => {
        throw new Error('another bug')
      },
    })
    await until(async () => {
      clock.pass(1_000)
      worker.wake()
      return nonePending(use.database)
    })
    expect(await inboxRows(use.database)).toMatchObject([{ status: 'failed' }, { status: 'done' }])
  })

  test('may not use its stores once it is over', async () => {
    await addEvents(use.database, [event('m1')], clock.now())
    let late: (() => Promise<void>) | undefined
    startWorker(use.database, {
      handle: async (_, stores) => {
        late = () => stores.state.write({ a: {} })
        return []
      },
    })
    await until(() => outcomes.seen.length === 1)
    await expect(late?.()).rejects.toThrow(/committed/)
  })
})

describeOnEachDatabase('events of a conversation', (use) => {
  afterEach(stopWorkers)

  test('are handled in the order in which they happened, then in that of arrival', async () => {
    const events = [
      event('c', 'an', 30),
      event('a', 'an', 10),
      event('b1', 'an', 20),
      event('b2', 'an', 20),
    ]
    await addEvents(use.database, events, clock.now())
    const handled: string[] = []
    startWorker(use.database, {
      handle: async ({ eventId }) => {
        handled.push(eventId)
        return []
      },
    })
    await until(() => nonePending(use.database))
    expect(handled).toEqual(['a', 'b1', 'b2', 'c'])
  })

  test('are handled one at a time, each seeing the state that the one before left', async () => {
    const people = ['an', 'bình', 'chi', 'dũng', 'em']
    const events = Array.from({ length: 50 }, (_, i) => event(`m${i}`, people[i % 5], i))
    await addEvents(use.database, events, clock.now())
    startWorker(use.database, {
      handle: async ({ conversation, eventId }, { state }) => {
        const before = (await state.read([conversation]))[conversation] as { ids: string[] }
        await new Promise((resolve) => setTimeout(resolve, 1))
        await state.write({ [conversation]: { ids: [...(before?.ids ?? []), eventId] } })
        return []
      },
    })
    await until(() => nonePending(use.database))
    for (const [index, person] of people.entries()) {
      const key = `web:site:${person}`
      const ids = Array.from({ length: 10 }, (_, n) => `m${index + n * 5}`)
      expect((await stateTable(use.database.kysely, 0).read([key]))[key]).toEqual({ ids })
    }
  })
})

describeOnEachDatabase('a turn worker', (use) => {
  afterEach(stopWorkers)

  test('finds what arrives without a call when it next polls', async () => {
    startWorker(use.database, {})
    await addEvents(use.database, [event('m1')], clock.now())
    await until(() => nonePending(use.database))
  })

  test('finishes the turn in flight when it is stopped, and begins no other', async () => {
    await addEvents(use.database, [event('m1'), event('m2')], clock.now())
    const gate = createGate()
    let begun = 0
    const worker = startWorker(use.database, {
      concurrency: 1,
      handle: async () => {
        begun += 1
        await gate.opened
        return [message('done')]
      },
    })
    await until(() => begun === 1)
    let stopped = false
    const stopping = worker.stop().then(() => {
      stopped = true
    })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(stopped).toBe(false)
    gate.open()
    await stopping
    await worker.stop()
    expect(await inboxRows(use.database)).toMatchObject([{ status: 'done' }, { status: 'pending' }])
    expect(await outboxRows(use.database)).toHaveLength(1)
  })

  test('can be stopped before it is started, and then never starts', async () => {
    await addEvents(use.database, [event('m1')], clock.now())
    const worker = createTurnWorker({
      database: use.database,
      rightOfWay: new RightOfWay(),
      handle: async () => [],
      apologise: () => [],
      onReplies: () => {},
      onOutcome: outcomes.onOutcome,
      now: clock.now,
      random: () => 0,
    })
    await worker.stop()
    worker.start()
    worker.wake()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(outcomes.seen).toEqual([])
  })

  test('rests while the database cannot be used, and goes on by itself', async () => {
    const { schema } = use.database.kysely
    await addEvents(use.database, [event('m1')], clock.now())
    await schema.alterTable('inbox').renameTo('gone').execute()
    startWorker(use.database, {})
    await until(() => outcomes.seen.length > 1)
    await schema.alterTable('gone').renameTo('inbox').execute()
    await until(() => nonePending(use.database))
    expect(new Set(outcomes.seen)).toEqual(new Set(['database_error', 'handled']))
    expect(await inboxRows(use.database)).toMatchObject([{ attempts: 0 }])
  })
})

describeOnPostgres('turn workers of many processes', (use) => {
  afterEach(stopWorkers)

  test('never run one conversation at once, and run others meanwhile', async () => {
    const people = Array.from({ length: 6 }, (_, i) => `p${i}`)
    const events = Array.from({ length: 60 }, (_, i) => event(`m${i}`, people[i % 6], i))
    await addEvents(use.database, events, clock.now())
    const active = new Set<string>()
    let overlaps = 0
    let mostActive = 0
    const handled: Record<string, string[]> = {}
    const handle: TurnWorkerOptions['handle'] = async ({ conversation, eventId }) => {
      if (active.has(conversation)) overlaps += 1
      active.add(conversation)
      mostActive = Math.max(mostActive, active.size)
      await new Promise((resolve) => setTimeout(resolve, 3))
      active.delete(conversation)
      handled[conversation] = [...(handled[conversation] ?? []), eventId]
      return []
    }
    startWorker(use.database, { handle })
    startWorker(await use.server.open(), { handle })
    await until(() => nonePending(use.database))
    expect(overlaps).toBe(0)
    expect(mostActive).toBeGreaterThan(1)
    for (const [index, person] of people.entries()) {
      const ids = Array.from({ length: 10 }, (_, n) => `m${index + n * 6}`)
      expect(handled[`web:site:${person}`]).toEqual(ids)
    }
  })

  test('do not begin an earlier event that arrives while a later one is handled', async () => {
    const gate = createGate()
    const begun: string[] = []
    const handle: TurnWorkerOptions['handle'] = async ({ eventId }) => {
      begun.push(eventId)
      if (eventId === 'later') await gate.opened
      return []
    }
    await addEvents(use.database, [event('later', 'an', 20)], clock.now())
    startWorker(use.database, { handle })
    await until(() => begun.length === 1)
    await addEvents(use.database, [event('earlier', 'an', 10), event('x', 'other')], clock.now())
    const second = startWorker(await use.server.open(), { handle })
    second.wake()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(begun).not.toContain('earlier')
    gate.open()
    await until(() => nonePending(use.database))
    expect(begun.sort()).toEqual(['earlier', 'later', 'x'])
  })

  test('take up at once what a process that lost its connection had begun', async () => {
    await addEvents(use.database, [event('m1')], clock.now())
    const gate = createGate()
    let tries = 0
    startWorker(use.database, {
      handle: async (_, stores) => {
        tries += 1
        await stores.state.write({ count: { tries } })
        if (tries === 1) await gate.opened
        return [message('answer')]
      },
    })
    await until(() => tries === 1)
    const name = new URL(use.server.url).pathname.slice(1)
    await asAdmin(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    )
    gate.open()
    const observer = await use.server.open()
    await until(() => nonePending(observer))
    expect(await inboxRows(observer)).toMatchObject([{ status: 'done', attempts: 0 }])
    expect(await outboxRows(observer)).toMatchObject([{ text: 'answer' }])
    expect(await stateTable(observer.kysely, 0).read(['count'])).toEqual({
      count: { tries: 2 },
    })
    expect(new Set(outcomes.seen)).toEqual(new Set(['database_error', 'handled']))
  })

  test('go on by themselves after the server has refused everyone for a while', async () => {
    const name = new URL(use.server.url).pathname.slice(1)
    startWorker(use.database, {})
    await addEvents(use.database, [event('m1')], clock.now())
    await asAdmin(`alter database ${name} with allow_connections false`)
    await asAdmin(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    )
    await until(() => outcomes.seen.filter((outcome) => outcome === 'database_error').length > 1)
    await asAdmin(`alter database ${name} with allow_connections true`)
    await addEvents(use.database, [event('m2')], clock.now())
    await until(() => nonePending(use.database))
  })
})
