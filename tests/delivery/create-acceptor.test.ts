import { createAcceptor, NotStoredError } from '../../src/delivery/create-acceptor'
import { RightOfWay } from '../../src/delivery/right-of-way'
import type { Database } from '../../src/storage/open-database'
import { describeOnEachDatabase } from '../storage/databases'
import { createGate, event, inboxRows } from './fixtures'

const batch = (...ids: string[]) => ({
  events: ids.map((id) => event(id)),
  confirmations: [],
  handovers: [],
})

describeOnEachDatabase('accepting webhooks together', (use) => {
  /** The database, counting what is asked of it. */
  function counted() {
    const counts = { transactions: 0, syncs: 0 }
    const { kysely, sync, ...rest } = use.database
    const database: Database = {
      ...rest,
      kysely: new Proxy(kysely, {
        get(target, name) {
          if (name === 'transaction') counts.transactions += 1
          const value = Reflect.get(target, name)
          return typeof value === 'function' ? value.bind(target) : value
        },
      }),
      sync() {
        counts.syncs += 1
        return sync()
      },
    }
    return { counts, database }
  }

  test('calls that come together share a transaction and a wait for the disk', async () => {
    const { counts, database } = counted()
    let stored = 0
    const accept = createAcceptor({
      rightOfWay: new RightOfWay(),
      database,
      now: () => 0,
      onStored: () => (stored += 1),
    })
    await Promise.all(Array.from({ length: 50 }, (_, index) => accept(batch(`m${index}`))))
    expect(await inboxRows(use.database)).toHaveLength(50)
    expect({ ...counts, stored }).toEqual({ transactions: 1, syncs: 1, stored: 1 })
  })

  test('those that come while one is on its way to the disk go together with the next', async () => {
    const { counts, database } = counted()
    const { opened, open } = createGate()
    const sync = database.sync
    database.sync = () => opened.then(sync)
    const accept = createAcceptor({
      rightOfWay: new RightOfWay(),
      database,
      now: () => 0,
      onStored: () => {},
    })
    let isAnswered = false
    const first = accept(batch('m0')).then(() => {
      isAnswered = true
    })
    while (counts.transactions === 0) await new Promise((resolve) => setImmediate(resolve))
    const later = ['m1', 'm2', 'm1'].map((id) => accept(batch(id)))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(isAnswered).toBe(false)
    open()
    await Promise.all([first, ...later])
    expect(counts.transactions).toBe(2)
    expect((await inboxRows(use.database)).map(({ eventId }) => eventId)).toEqual([
      'm0',
      'm1',
      'm2',
    ])
  })

  test('one that cannot be stored does not take the others with it', async () => {
    const accept = createAcceptor({
      rightOfWay: new RightOfWay(),
      database: use.database,
      now: () => 0,
      onStored: () => {},
    })
    const broken = {
      events: [{ ...event('m1'), occurredAt: null as unknown as number }],
      confirmations: [],
      handovers: [],
    }
    const results = await Promise.allSettled([
      accept(batch('m0')),
      accept(broken),
      accept(batch('m2')),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await inboxRows(use.database)).map(({ eventId }) => eventId)).toEqual(['m0', 'm2'])
  })

  test('takes a batch with more events than a statement takes', async () => {
    const accept = createAcceptor({
      rightOfWay: new RightOfWay(),
      database: use.database,
      now: () => 0,
      onStored: () => {},
    })
    await accept(batch(...Array.from({ length: 6_000 }, (_, index) => `m${index}`)))
    expect(await inboxRows(use.database)).toHaveLength(6_000)
  })

  test('a database that does not answer in time is told as not stored, with 503', async () => {
    const database = { ...use.database, sync: () => new Promise<void>(() => {}) }
    const accept = createAcceptor({
      rightOfWay: new RightOfWay(),
      database,
      now: () => 0,
      onStored: () => {},
      limitMs: 20,
    })
    await expect(accept(batch('m0'))).rejects.toMatchObject({ name: 'NotStoredError', status: 503 })
  })

  test('when too much waits already, a call is refused at once', async () => {
    const database = { ...use.database, sync: () => new Promise<void>(() => {}) }
    const accept = createAcceptor({
      rightOfWay: new RightOfWay(),
      database,
      now: () => 0,
      onStored: () => {},
      limitMs: 200,
    })
    const calls = Array.from({ length: 5_300 }, (_, index) => accept(batch(`m${index}`)))
    const results = await Promise.allSettled(calls)
    const reasons = results.map((result) => result.status === 'rejected' && result.reason)
    expect(reasons.every((reason) => reason instanceof NotStoredError)).toBe(true)
    expect(reasons.at(-1)).toMatchObject({ message: 'not stored: too much is waiting' })
  })
})
