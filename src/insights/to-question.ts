import type { StoredActivity } from '../delivery/inbound-event'
import type { Question } from '../storage/question-table'

/** What a turn was, as far as the numbers need it. */
export type QuestionOutcome = {
  kind: string
  topic: string | null
  flow: string | null
  /** The outside business that was recognised: nothing that is to be answered. */
  outside: string | null
  /** A word on the question before is no question. */
  afterword: object | null
}

/** Kind of a question about business that is known to be outside the campaign. */
export const OUTSIDE = 'outside'

/**
 * What is kept of a turn for the communications team: what was asked, masked, and what became of it; not who asked.
 * Null for taps on buttons and arrivals, where nobody typed a question, and for a choice or a rating that was typed.
 */
export function toQuestion(
  { channel, activity }: { channel: string; activity: StoredActivity },
  { kind, topic, flow, outside, afterword }: QuestionOutcome,
  now: number,
): Question | null {
  const { type, text, value } = activity
  if (type !== 'message' || typeof text !== 'string' || text.trim() === '' || value) return null
  if (afterword) return null
  return { askedAt: now, channel, kind: outside ? OUTSIDE : kind, topic, flow, text }
}
