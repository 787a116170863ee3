import type { InboundEvent } from '../delivery/inbound-event'
import { toHanoiDay } from '../knowledge/hanoi-day'
import { toRef } from '../knowledge/link'
import type { HelpRequestTable } from '../storage/help-request-table'
import type { LinkCountTable } from '../storage/link-count-table'
import type { QuestionTable } from '../storage/question-table'
import type { TallyTable } from '../storage/tally-table'
import type { VisitorTable } from '../storage/visitor-table'
import { type LinkOutcome, toLinkCounts } from './to-link-counts'
import { type CountedOutcome, toMarks } from './to-marks'
import { type QuestionOutcome, toQuestion } from './to-question'

/** Where a turn leaves what is learned from it; all of it belongs to the turn's transaction. */
export type InsightStores = {
  questions: QuestionTable
  tallies: TallyTable
  visitors: VisitorTable
  helpRequests: HelpRequestTable
  linkCounts: LinkCountTable
}

/** What a turn was. */
export type RecordedOutcome = Omit<QuestionOutcome, 'afterword'> &
  CountedOutcome &
  Omit<LinkOutcome, 'afterword'> & {
    afterword: { kind: 'chosen' | 'useful' | 'not_useful'; topic: string; form: string } | null
    erased: boolean
  }

/**
 * Keeps what the team learns from a turn: the question without who asked, the counts of the day, and who waits for a
 * person.
 * @param now epoch milliseconds
 */
export async function recordTurn(
  event: InboundEvent,
  outcome: RecordedOutcome,
  { stores, now }: { stores: InsightStores; now: number },
): Promise<void> {
  const { channel, conversation } = event
  const day = toHanoiDay(now)
  const link = outcome.link && toRef(outcome.link)
  const question = toQuestion(event, outcome, now)
  if (question) await stores.questions.record(question)
  await stores.linkCounts.add(day, toLinkCounts(outcome, question !== null))
  if (outcome.afterword) await stores.questions.settle(outcome.afterword)
  await stores.tallies.mark(toMarks({ day, channel, link }, question, outcome))
  if (!outcome.erased) {
    await stores.visitors.note({ day, conversation, channel, link })
  }
  if (outcome.kind === 'handoff') {
    await stores.helpRequests.open({ conversation, channel, askedAt: now })
  }
}
