import type { Candidate, Understanding } from './create-matcher'
import { inContext } from './in-context'
import type { Thresholds } from './thresholds'

/** Longer messages name their subject themselves. */
const ELLIPSIS_WORDS = 8

/** What was just spoken of. */
export type Context = {
  /** The topics of that subject. */
  related: ReadonlySet<string>
  /** Topics of other subjects → the related one that tells the same side of it: "bao nhiêu tiền?" of the card. */
  counterparts: ReadonlyMap<string, string>
}

/**
 * Reads a short message as going on with the subject just spoken of: "mất bao lâu?" after a question about level 2 is
 * about level 2, and what another subject's price says is said of this one's. Decides anew with the same thresholds.
 */
export function preferRelated(
  understanding: Understanding,
  utterance: string,
  { related, counterparts }: Context,
  thresholds: Thresholds,
): Understanding {
  if (utterance.trim().split(/\s+/).length > ELLIPSIS_WORDS) return understanding
  const scores = new Map<string, number>()
  for (const { topic, score } of understanding.candidates) {
    const meant = counterparts.get(topic) ?? topic
    scores.set(meant, Math.min(1, (scores.get(meant) ?? 0) + score))
  }
  const candidates = [...scores]
    .map(([topic, score]): Candidate => {
      return { topic, score: related.has(topic) ? inContext(score) : score }
    })
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
