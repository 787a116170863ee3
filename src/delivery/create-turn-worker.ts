import { sql, type Transaction } from 'kysely'
import { type CarriedGuideTable, carriedGuideTable } from '../storage/carried-guide-table'
import { type ConversationTable, conversationTable } from '../storage/conversation-table'
import { type ErasureTable, erasureTable } from '../storage/erasure-table'
import { type FlowVersionTable, flowVersionTable } from '../storage/flow-version-table'
import { type HelpRequestTable, helpRequestTable } from '../storage/help-request-table'
import { type ClaimedEvent, inboxTable } from '../storage/inbox-table'
import { type LinkCodeTable, linkCodeTable } from '../storage/link-code-table'
import { type LinkCountTable, linkCountTable } from '../storage/link-count-table'
import type { Database } from '../storage/open-database'
import { outboxTable } from '../storage/outbox-table'
import { type QuestionTable, questionTable } from '../storage/question-table'
import type { Schema } from '../storage/schema'
import { type StateTable, stateTable } from '../storage/state-table'
import { type TallyTable, tallyTable } from '../storage/tally-table'
import { type VisitorTable, visitorTable } from '../storage/visitor-table'
import { backOff } from './back-off'
import { createWorkLoop, type Worker } from './create-work-loop'
import type { InboundEvent } from './inbound-event'
import type { OutboundMessage } from './outbound-message'
import type { OnOutcome, Outcome } from './outcome'
import type { RightOfWay } from './right-of-way'
import { within } from './within'

/**
 * What a turn may read and write. All of it belongs to the turn's transaction: it is kept if the turn succeeds and
 * undone if it throws, and it is refused once the turn is over. A turn must touch the database in no other way: on
 * SQLite it would wait for itself.
 */
export type TurnStores = {
  state: StateTable
  flowVersions: FlowVersionTable
  questions: QuestionTable
  conversations: ConversationTable
  tallies: TallyTable
  visitors: VisitorTable
  helpRequests: HelpRequestTable
  linkCounts: LinkCountTable
  linkCodes: LinkCodeTable
  carriedGuides: CarriedGuideTable
  erasures: ErasureTable
}

/** How a {@link createTurnWorker} works. */
export type TurnWorkerOptions = {
  database: Database
  /**
   * One turn: what the bot replies to an event. May be run again for the same event if it throws, if the process
   * dies or if the database goes away, so it must change nothing but the stores.
   */
  handle(event: InboundEvent, stores: TurnStores): Promise<OutboundMessage[]>
  /** What is said instead when `handle` has failed for good. */
  apologise(event: InboundEvent): OutboundMessage[]
  /** Called when replies have come to lie in the outbox. */
  onReplies(): void
  onOutcome: OnOutcome
  /** Webhooks go before turns. */
  rightOfWay: RightOfWay
  /** Epoch milliseconds. */
  now: () => number
  random: () => number
  /** Turns at a time, each of another conversation (default: 4). SQLite always has one. */
  concurrency?: number
}

/** Turns over one event before the bot apologises. */
const MAX_ATTEMPTS = 3

/** The person is waiting: three turns are over within four seconds. */
const RETRY = { firstMs: 1_000, capMs: 10_000 }

/** A turn takes milliseconds. One that hangs would hold its transaction, on SQLite everybody's, for ever. */
const TURN_LIMIT_MS = 20_000

type TurnResult = { outcome: Outcome; replies: number }

/**
 * Handles the inbox: one conversation's events in order and one at a time, over any number of processes. What a
 * turn stores, its replies and "done" are one transaction: after kill -9 either all of it is there or none.
 */
export function createTurnWorker(options: TurnWorkerOptions): Worker {
  const { database, onReplies, onOutcome, rightOfWay, now, random, concurrency = 4 } = options

  async function step(claimed: () => void): Promise<boolean> {
    await rightOfWay.give()
    const result = await database.kysely.transaction().execute(async (transaction) => {
      const event = await inboxTable(transaction, database.dialect).claimHead(now())
      if (!event) return null
      claimed()
      return runTurn(transaction, event, options)
    })
    if (!result) return false
    onOutcome(result.outcome)
    if (result.replies > 0) onReplies()
    return true
  }

  return createWorkLoop({
    step,
    lanes: database.dialect === 'sqlite' ? 1 : concurrency,
    onError: (error) =>
      onOutcome({ stage: 'turn', channel: null, outcome: 'database_error', error }),
    random,
  })
}

/**
 * Runs the turn inside a savepoint. If anything in it fails, everything up to there is undone and the failure is
 * counted, still in the same transaction, so that nobody can take the event in between. If the reason was the
 * database, that fails too: it throws, the transaction is rolled back and the turn does not count as tried.
 */
async function runTurn(
  transaction: Transaction<Schema>,
  event: ClaimedEvent,
  options: TurnWorkerOptions,
): Promise<TurnResult> {
  const { dialect } = options.database
  const inbox = inboxTable(transaction, dialect)
  const { id, attempts, ...inbound } = event
  const report = { stage: 'turn', channel: event.channel } as const

  const reply = async (messages: OutboundMessage[]) => {
    await outboxTable(transaction, dialect).add(messages, { inboxId: id, now: options.now() })
    return messages.length
  }

  await sql`savepoint turn`.execute(transaction)
  try {
    const stores = turnStores(transaction, options.now())
    const turn = options.handle(inbound, stores)
    const replies = await reply(
      await within(turn, TURN_LIMIT_MS, () => new Error('the turn hangs')),
    )
    await inbox.markDone(id)
    return { outcome: { ...report, outcome: 'handled' }, replies }
  } catch (error) {
    await sql`rollback to savepoint turn`.execute(transaction)
    const code = 'turn_failed'
    if (attempts + 1 < MAX_ATTEMPTS) {
      const availableAt = options.now() + backOff(attempts + 1, options.random, RETRY)
      await inbox.markRetry(id, { availableAt, error: code })
      return { outcome: { ...report, outcome: 'retry', code, error }, replies: 0 }
    }
    await inbox.markFailed(id, code)
    const replies = await reply(apology(inbound, options))
    return { outcome: { ...report, outcome: 'failed', code, error }, replies }
  }
}

/** An apology that fails must not keep the event, and with it the conversation, for ever. */
function apology(event: InboundEvent, { apologise }: TurnWorkerOptions): OutboundMessage[] {
  try {
    return apologise(event)
  } catch {
    return []
  }
}

function turnStores(transaction: Transaction<Schema>, now: number): TurnStores {
  return {
    state: stateTable(transaction, now),
    flowVersions: flowVersionTable(transaction),
    questions: questionTable(transaction),
    conversations: conversationTable(transaction),
    tallies: tallyTable(transaction),
    visitors: visitorTable(transaction),
    helpRequests: helpRequestTable(transaction),
    linkCounts: linkCountTable(transaction),
    linkCodes: linkCodeTable(transaction),
    carriedGuides: carriedGuideTable(transaction),
    erasures: erasureTable(transaction),
  }
}
