import type { StoredActivity } from '../delivery/inbound-event'
import type { Question } from '../storage/question-table'

/** What a turn was, as far as the numbers need it. */
export type QuestionOutcome = { kind: string; topic: string | null; flow: string | null }

/**
 * What is kept of a turn for the communications team: what was asked, masked, and what became of it; not who asked.
 * Null for taps on buttons and arrivals, where nobody typed a question.
 */
export function toQuestion(
  { channel, activity }: { channel: string; activity: StoredActivity },
  { kind, topic, flow }: QuestionOutcome,
  now: number,
): Question | null {
  const { type, text, value } = activity
  if (type !== 'message' || typeof text !== 'string' || text.trim() === '' || value) return null
  return { askedAt: now, channel, kind, topic, flow, text }
}
