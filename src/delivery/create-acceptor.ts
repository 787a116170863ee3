import { setImmediate } from 'node:timers/promises'
import type { Database } from '../storage/open-database'
import { acceptEvents, type WebhookBatch } from './accept-events'
import type { RightOfWay } from './right-of-way'
import { within } from './within'

/** The batch is not stored, or not known to be: the platform should bring it again. Express answers it with 503. */
export class NotStoredError extends Error {
  override readonly name = 'NotStoredError'
  readonly status = 503

  constructor(reason: string, cause?: unknown) {
    super(`not stored: ${reason}`, { cause })
  }
}

/** How a {@link createAcceptor} works. */
export type AcceptorOptions = {
  database: Database
  /** Called when new events have come to lie in the inbox. */
  onStored(): void
  /** Epoch milliseconds. */
  now: () => number
  /** What else runs gives way to a crowd of calls. */
  rightOfWay: RightOfWay
  /** How long a call waits, in milliseconds (default: 4 000; Messenger waits 5 s). */
  limitMs?: number
}

/** Batches that are stored together; more only make the first of them wait longer. */
const GROUP_SIZE = 200

/** What waits while the database is slow. Beyond it a platform is told at once to come back: memory is not endless. */
const MAX_WAITING = 5_000

type Waiting = { batch: WebhookBatch; resolve(): void; reject(error: unknown): void }

/**
 * Stores what webhooks bring, many calls in one transaction: those that arrive while one is on its way to the disk go
 * with the next. The function resolves once its batch is on the disk.
 * @throws {NotStoredError} (the function) when the database is gone, too slow, or too much waits already
 */
export function createAcceptor(options: AcceptorOptions): (batch: WebhookBatch) => Promise<void> {
  const { database, onStored, now, rightOfWay, limitMs = 4_000 } = options
  let waiting: Waiting[] = []
  let isStoring = false

  async function store(batches: readonly WebhookBatch[]): Promise<void> {
    const joined = {
      events: batches.flatMap(({ events }) => events),
      confirmations: batches.flatMap(({ confirmations }) => confirmations),
      handovers: batches.flatMap(({ handovers }) => handovers),
    }
    const added = await acceptEvents(database, joined, now())
    await database.sync()
    if (added > 0) onStored()
  }

  async function settle(group: readonly Waiting[]): Promise<void> {
    try {
      await store(group.map(({ batch }) => batch))
      for (const { resolve } of group) resolve()
    } catch (error) {
      // One batch that the database refuses must not take the others with it.
      if (group.length > 1) await Promise.all(group.map((one) => settle([one])))
      else for (const { reject } of group) reject(new NotStoredError('the database failed', error))
    }
  }

  async function storeWaiting(): Promise<void> {
    isStoring = true
    // All calls that came in with this round of the event loop go together.
    await setImmediate()
    while (waiting.length > 0) {
      const group = waiting.slice(0, GROUP_SIZE)
      waiting = waiting.slice(GROUP_SIZE)
      await settle(group)
    }
    isStoring = false
  }

  return async (batch) => {
    const { events, confirmations, handovers } = batch
    if (events.length + confirmations.length + handovers.length === 0) return
    if (waiting.length >= MAX_WAITING) throw new NotStoredError('too much is waiting')
    const stored = new Promise<void>((resolve, reject) => {
      waiting.push({ batch, resolve, reject })
    })
    if (!isStoring) void storeWaiting()
    const late = () => new NotStoredError('the database is too slow')
    await rightOfWay.take(within(stored, limitMs, late))
  }
}
