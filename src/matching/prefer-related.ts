import type { Candidate, Understanding } from './create-matcher'
import type { Thresholds } from './thresholds'

/** How much likelier a topic is when the person has just asked about its subject: its odds are multiplied by this. */
const CONTEXT_ODDS = 6

/** Longer messages name their subject themselves. */
const ELLIPSIS_WORDS = 8

/**
 * Reads a short message as going on with the subject just spoken of: "mất bao lâu?" after a question about level 2 is
 * about level 2. Decides anew with the same thresholds.
 * @param related the topics of that subject
 */
export function preferRelated(
  understanding: Understanding,
  utterance: string,
  related: ReadonlySet<string>,
  thresholds: Thresholds,
): Understanding {
  if (utterance.trim().split(/\s+/).length > ELLIPSIS_WORDS) return understanding
  const candidates = understanding.candidates
    .map(
      ({ topic, score }): Candidate => ({
        topic,
        score: related.has(topic)
          ? (score * CONTEXT_ODDS) / (score * CONTEXT_ODDS + 1 - score)
          : score,
      }),
    )
    .sort((a, b) => b.score - a.score)
  const best = candidates[0]
  if (!best || !related.has(best.topic)) return understanding
  const kind =
    best.score >= thresholds.answer
      ? 'answer'
      : best.score >= thresholds.clarify
        ? 'clarify'
        : understanding.kind
  return {
    ...understanding,
    kind,
    candidates,
    outside: kind === 'none' ? understanding.outside : null,
  }
}
