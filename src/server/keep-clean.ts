import { setTimeout as pause } from 'node:timers/promises'
import { toHanoiDay } from '../knowledge/hanoi-day'
import type { KeepsDays } from '../knowledge/settings'
import { allowanceTable } from '../storage/allowance-table'
import { type CleanedTo, cleanTable, type KeptSince } from '../storage/clean-table'
import { erasureTable } from '../storage/erasure-table'
import type { Database } from '../storage/open-database'

const DAY_MS = 86_400_000

/** How often a process looks whether there is something to erase or to clean. */
const LOOK_EVERY_MS = 5 * 60_000
/** Of all processes together one cleans, so often. */
const CLEAN_EVERY_MS = 3_600_000
const TURN = { key: 'cleaning', size: 1, perMs: 1 / CLEAN_EVERY_MS }

/** Between two portions, so that turns and webhooks come first. */
const REST_MS = 20

/** Deletes what is too old while the server runs. */
export type Cleaner = {
  /** Deletes whatever there is to delete now, whoever did so last. */
  clean(): Promise<void>
  /** Waits for the portion that is under way. May be called twice. */
  stop(): Promise<void>
}

/**
 * Deletes by itself what is no longer to be kept, by the days of settings.yaml, and what was still on its way when a
 * person was erased. Any number of processes may do so: of all, one cleans each hour, and if it dies the next hour's goes
 * on. What fails is told to `onError` and tried again.
 */
export function keepClean(
  database: Database,
  options: { keepsDays: () => KeepsDays; now: () => number; onError(error: unknown): void },
): Cleaner {
  const { kysely, dialect } = database
  const { keepsDays, now, onError } = options
  let isStopped = false
  let running: Promise<void> | undefined

  const inTransaction = <Result>(
    work: (tables: ReturnType<typeof cleanTable>) => Promise<Result>,
  ): Promise<Result> => kysely.transaction().execute((transaction) => work(cleanTable(transaction)))

  async function goThrough<Place>(
    first: Place,
    portion: (tables: ReturnType<typeof cleanTable>, after: Place) => Promise<CleanedTo<Place>>,
  ): Promise<void> {
    let place: CleanedTo<Place> = first
    while (place !== null && !isStopped) {
      const after: Place = place
      place = await inTransaction((tables) => portion(tables, after))
      if (place !== null) await pause(REST_MS)
    }
  }

  async function cleanAll(): Promise<void> {
    const since = toKeptSince(keepsDays(), now())
    await goThrough(0, (tables, after: number) => tables.inbox(since, after))
    await goThrough(0, (tables, after: number) => tables.outbox(since, after))
    await goThrough(0, (tables, after: number) => tables.questions(since, after))
    await goThrough('', (tables, after: string) => tables.states(since, after))
    await goThrough('', (tables, after: string) => tables.openQuestions(since, after))
    if (!isStopped) await inTransaction((tables) => tables.smallTables(since))
  }

  async function finishErasures(): Promise<void> {
    const finish = () => kysely.transaction().execute((one) => erasureTable(one).finish(now()))
    let finished = await finish()
    const isAny = finished > 0
    while (finished > 0 && !isStopped) finished = await finish()
    if (isAny) await database.scrub()
  }

  async function look(): Promise<void> {
    await finishErasures()
    if ((await allowanceTable(kysely, dialect).takeIfThere(TURN, now())) === 0) await cleanAll()
  }

  const run = async (work: () => Promise<void>) => {
    running ??= work()
      .catch(onError)
      .finally(() => {
        running = undefined
      })
    await running
  }
  const timer = setInterval(() => run(look), LOOK_EVERY_MS)
  return {
    clean: () =>
      run(async () => {
        await finishErasures()
        await cleanAll()
      }),
    async stop() {
      isStopped = true
      clearInterval(timer)
      await running
    },
  }
}

function toKeptSince(days: KeepsDays, now: number): KeptSince {
  const before = (count: number) => now - count * DAY_MS
  return {
    messages: before(days.messages),
    deadLetters: before(days.dead_letters),
    silentConversations: before(days.silent_conversations),
    questions: before(days.questions),
    helpRequests: before(Math.min(days.help_requests, days.messages)),
    receipts: before(days.receipts),
    countDay: toHanoiDay(before(days.counts)),
    now,
  }
}
