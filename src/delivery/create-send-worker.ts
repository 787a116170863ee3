import { setTimeout } from 'node:timers/promises'
import type { Database } from '../storage/open-database'
import { type ClaimedMessage, outboxTable } from '../storage/outbox-table'
import { backOff } from './back-off'
import { createPacer } from './create-pacer'
import { createWorkLoop, DRAIN_LIMIT_MS, type Worker } from './create-work-loop'
import { findHindrance } from './find-hindrance'
import type { SendReceipt, StoredMessage } from './outbound-message'
import type { OnOutcome } from './outcome'
import { SendError } from './send-error'
import type { SendRate } from './send-rate'
import { within } from './within'

/** Sends one message to a platform. Throws a {@link SendError} that says what to do next. */
export type Send = (message: StoredMessage) => Promise<SendReceipt>

/** A channel that cannot send until a person mends it. */
export type SendAlert = { channel: string; code: string }

/** How a {@link createSendWorker} works. */
export type SendWorkerOptions = {
  database: Database
  /** How each channel sends. Messages of a channel that is not here wait until it is. */
  senders: ReadonlyMap<string, Send>
  /**
   * How long after a person's last word a channel's platform takes messages, in milliseconds. What would leave later is
   * refused here. A channel that is not here has no such window.
   */
  replyWindows?: ReadonlyMap<string, number>
  /** How long staff keep a conversation in which they no longer write, in milliseconds (default: not at all). */
  staffHoldMs?: () => number
  /** How much each channel's platform takes, over all processes. A channel that is not here has no limit. */
  rates?: ReadonlyMap<string, SendRate>
  /** Called when a channel's sending is paused, and each minute that it still is: a person must look. */
  onAlert(alert: SendAlert): void
  onOutcome: OnOutcome
  /** Epoch milliseconds. */
  now: () => number
  random: () => number
  /** Messages of one channel in flight at a time, each of another conversation (default: 64, for platforms take
   * 0.3 s for an answer). */
  concurrency?: number
  /**
   * How long a message is kept from other senders while it is being sent, in milliseconds (default: 15 000). After
   * a kill -9 it is sent again when this is over, unless an echo shows that it had arrived.
   */
  leaseMs?: number
}

/** Requests end by themselves after ten seconds. One that does not must be given up while its lease holds. */
const SEND_LIMIT_PER_LEASE = 0.8

const RETRY = { firstMs: 1_000, capMs: 10 * 60_000 }

/** After this an answer helps nobody, and Messenger no longer takes it. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000

/** Claimed with one query at most: all of them must leave, at the slowest pace of a platform, while their leases hold. */
const MOST_CLAIMED = 8

/** How often a channel that needs mending is tried again. */
const PAUSE_MS = 60_000

/**
 * Empties the outbox: messages of a conversation in order and one at a time, over any number of processes, each
 * channel on its own so that a slow one holds nobody else's. What is sent is sent at least once: it can be repeated
 * only if the process or the database goes away between the platform's answer and the commit.
 */
export function createSendWorker(options: SendWorkerOptions): Worker {
  const loops = [...options.senders].map(([channel, send]) =>
    createChannelLoop(channel, send, options),
  )
  return {
    start() {
      for (const loop of loops) loop.start()
    },
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
    wake() {
      for (const loop of loops) loop.wake()
    },
    quietMs: () => Math.max(0, ...loops.map((loop) => loop.quietMs())),
  }
}

function createChannelLoop(channel: string, send: Send, options: SendWorkerOptions): Worker {
  const { database, onAlert, onOutcome, now, random, concurrency = 64, leaseMs = 15_000 } = options
  const rate = options.rates?.get(channel)
  const pace = rate && createPacer(database, { channel, rate, now })
  const outbox = outboxTable(database.kysely, database.dialect)
  const limitMs = leaseMs * SEND_LIMIT_PER_LEASE
  const replyWindowMs = options.replyWindows?.get(channel)
  let pausedUntil = 0
  /** Until when nobody is told again of a code that pauses. */
  const toldUntil = new Map<string, number>()
  /**
   * Results that the database does not have yet, by message. If it is gone for a moment they are stored before
   * anything is claimed again: what was sent is not sent twice.
   */
  const unstored = new Map<number, Store>()

  const underWay = new Set<Promise<void>>()
  /** Whether all that may be in flight was, when something to be sent was last looked for. */
  let wasFull = false

  async function step(): Promise<boolean> {
    for (const id of unstored.keys()) await storeResult(id)
    if (now() < pausedUntil) return false
    const free = concurrency - underWay.size
    wasFull = free === 0
    if (wasFull) return false
    const limit = Math.min(free, MOST_CLAIMED)
    const messages = await outbox.claimHeads(channel, { now: now(), leaseMs, limit })
    if (messages.length === 0) return false
    // A reply that people have seen must not be made again, and another one, after a power cut.
    await database.sync()
    for (const message of messages) {
      const waitMs = (await pace?.()) ?? 0
      if (waitMs > 0) await setTimeout(waitMs)
      const work: Promise<void> = finish(message).finally(() => underWay.delete(work))
      underWay.add(work)
    }
    return messages.length === limit
  }

  async function finish(message: ClaimedMessage): Promise<void> {
    unstored.set(message.id, await deliver(message))
    let mayGoOn = true
    try {
      mayGoOn = await storeResult(message.id)
    } catch {
      // The loop meets the same trouble when it stores the result, and rests.
    }
    if (mayGoOn || wasFull) loop.wake()
  }

  async function storeResult(id: number): Promise<boolean> {
    const mayGoOn = (await unstored.get(id)?.()) ?? true
    unstored.delete(id)
    return mayGoOn
  }

  /** Sends a message and returns how its result is stored. */
  async function deliver(message: ClaimedMessage): Promise<Store> {
    const staffHoldMs = options.staffHoldMs?.() ?? 0
    const hindrance = findHindrance(message, { replyWindowMs, staffHoldMs, now: now() })
    if (hindrance) return afterFailure(message, hindrance)
    try {
      const { platformMessageId } = await trySend(message)
      onOutcome({ stage: 'send', channel, outcome: 'sent' })
      return () => outbox.markSent(message.id, { platformMessageId, now: now() })
    } catch (thrown) {
      return afterFailure(message, toSendError(thrown))
    }
  }

  async function trySend({
    createdAt,
    heardAt,
    staffSince,
    byStaff,
    ...message
  }: ClaimedMessage): Promise<SendReceipt> {
    return within(send(message), limitMs, () => new SendError('send_timeout', { policy: 'retry' }))
  }

  function afterFailure(message: ClaimedMessage, error: SendError): Store {
    const { policy, code, scope } = error
    const report = { stage: 'send', channel, code, error } as const
    if (policy === 'pause') {
      const availableAt = now() + PAUSE_MS
      // What was in flight beside it most likely fails in the same way: one alert is enough.
      if (now() >= (toldUntil.get(code) ?? 0)) {
        toldUntil.set(code, availableAt)
        onAlert({ channel, code })
      }
      if (scope === 'channel') pausedUntil = availableAt
      onOutcome({ ...report, outcome: 'paused' })
      return () => tryLater(message, { availableAt, error: code })
    }
    const availableAt =
      now() + Math.max(backOff(message.attempt, random, RETRY), error.retryAfterMs ?? 0)
    if (policy === 'refuse' || availableAt > message.createdAt + GIVE_UP_AFTER_MS) {
      onOutcome({ ...report, outcome: 'dead' })
      return async () => {
        await outbox.markDead(message, code)
        return true
      }
    }
    onOutcome({ ...report, outcome: 'retry' })
    return () => tryLater(message, { availableAt, error: code })
  }

  async function tryLater(message: ClaimedMessage, retry: { availableAt: number; error: string }) {
    await outbox.markRetry(message, retry)
    return false
  }

  const loop = createWorkLoop({
    step,
    lanes: 1,
    onError: (error) => onOutcome({ stage: 'send', channel, outcome: 'database_error', error }),
    random,
  })
  return {
    ...loop,
    async stop() {
      await loop.stop()
      await within(Promise.all(underWay), DRAIN_LIMIT_MS, () => undefined).catch(() => {})
    },
  }
}

/** Stores what became of a message; resolves to whether its conversation may have one that can be sent now. */
type Store = () => Promise<boolean>

/** What nobody foresaw is tried again: to lose an answer is worse. */
function toSendError(thrown: unknown): SendError {
  if (thrown instanceof SendError) return thrown
  return new SendError('unexpected_error', { policy: 'retry', cause: thrown })
}
