import { clausesOf } from './clauses'
import { inContext } from './in-context'
import { openReader } from './open-reader'
import { type Ranked, Ranker, shareOut } from './ranker'
import type { Thresholds } from './thresholds'
import { type MatcherModel, type TrainingInput, trainMatcher } from './train-matcher'

/** Everything a matcher is made from; nothing is read from anywhere else. */
export type MatcherInput = TrainingInput & { thresholds: Thresholds }

/** A topic that may be meant; `score` is a calibrated probability, 0 to 1. */
export type Candidate = { topic: string; score: number }

/** What a message was taken to mean. */
export type Understanding = {
  /** Sure enough to answer, worth a question back, or not understood. */
  kind: 'answer' | 'clarify' | 'none'
  /** Best first, at most five, two or three when clarifying; never an outside intent. */
  candidates: Candidate[]
  /** What the message surely asks beside the topic that is answered, in its order; none unless it is answered. */
  also: Candidate[]
  /** The outside intent that was recognised, if one was; the kind is `none` then. */
  outside: string | null
  /** The message in proper Vietnamese where it was typed otherwise and put right, else null. */
  understood: string | null
}

/** Finds what people mean. */
export interface Matcher {
  /** Any string may come in; nothing is thrown. Only the first 1,000 UTF-16 units are read. */
  match(utterance: string): Understanding
}

const longestUtterance = 1000
const candidateLimit = 5
const choiceLimit = 3
/** Outside intents are left out of the candidates, so a few more are ranked. */
const rankLimit = candidateLimit + 3
/** Messages of fewer words have no clauses worth looking at. */
const shortestStory = 9
/** Fewer words than this hold no question of their own. */
const shortestClause = 3
/** Of a very long message only so many are looked at: the question mostly comes last. */
const mostClauses = 8
/** A clause has lost the rest of the message, so what it says counts for a little less. */
const clauseWeight = 0.9
/** How many topics of a clause are weighed. */
const clauseLimit = 3
/** A word or two ('đổi') is a question cut short: what it may mean is worth offering at less. */
const shortCut = 2
const shortCutEase = 0.6

/** Learns the intents by their examples, which takes its time: see {@link trainMatcher}. */
export function createMatcher({ intents, lexicon, thresholds }: MatcherInput): Matcher {
  return openMatcher(trainMatcher({ intents, lexicon }), thresholds)
}

/** The matcher of what was learned, in a few milliseconds. */
export function openMatcher(model: MatcherModel, thresholds: Thresholds): Matcher {
  const { intents } = model
  const reader = openReader(model)
  const ranker = new Ranker(model.ranker, model.lexicon)

  return {
    match: (utterance) => {
      const readings = clausesOf(utterance.slice(0, longestUtterance)).map((c) => reader.read(c))
      const said = readings.flatMap(({ words }) => words)
      const typed = readings.flatMap((reading) => reading.typed).join(' ')
      const trust = trustIn(
        said.length,
        readings.reduce((sum, { unknown }) => sum + unknown, 0),
      )
      const whole = shareOut(ranker.rank(said, rankLimit))
      const isSure = (whole[0]?.probability ?? 0) >= thresholds.answer
      const isStory = !isSure && said.length >= shortestStory
      const clauses = onDemand(() =>
        tellingClauses(readings.map(({ words }) => words)).map((words) =>
          ranker.rank(words, clauseLimit),
        ),
      )
      const ranked = isStory
        ? withClauses(
            whole,
            clauses().flatMap((clause) => shareOut(clause, 1)),
          )
        : whole
      const understood = trust < 1 || said.join(' ') === typed ? null : said.join(' ')
      const isCutShort = said.length <= shortCut
      const decided = decide(trusted(ranked, trust), intents, { ...thresholds, isCutShort })
      const ofClauses = () =>
        clauses().map((clause) => toCandidates(trusted(shareOut(clause), trust), intents))
      const also =
        decided.kind === 'answer'
          ? alsoAsked(decided.candidates, ofClauses(), thresholds.answer)
          : []
      return { ...decided, also, understood }
    },
  }
}

/** Works once, when first asked: most messages need no look at their clauses, a few need two. */
function onDemand<T>(work: () => T): () => T {
  let done: { result: T } | null = null
  return () => {
    done ??= { result: work() }
    return done.result
  }
}

/** The clauses that may hold a question of their own; none where there is but one clause. */
function tellingClauses(clauses: readonly (readonly string[])[]) {
  if (clauses.length < 2) return []
  return clauses.slice(-mostClauses).filter((words) => words.length >= shortestClause)
}

function trusted(ranked: readonly Ranked[], trust: number): Ranked[] {
  return ranked.map(({ index, probability }) => ({ index, probability: probability * trust }))
}

/**
 * The topics that clauses surely ask beside the one that is answered, in the order of the message. A clause may leave
 * its subject to the one before ("với lại có mất tiền không"), so what the whole message points to as well is likelier.
 */
function alsoAsked(
  [answered, ...others]: readonly Candidate[],
  clauses: readonly (readonly Candidate[])[],
  enough: number,
): Candidate[] {
  const pointedTo = new Set(others.map(({ topic }) => topic))
  const best = clauses.flatMap((candidates) => {
    const placed = candidates.map(({ topic, score }) => ({
      topic,
      score: pointedTo.has(topic) ? inContext(score) : score,
    }))
    return placed.sort((a, b) => b.score - a.score).slice(0, 1)
  })
  const sure = best.filter(({ topic, score }) => score >= enough && topic !== answered?.topic)
  return [...new Map(sure.map((one) => [one.topic, one])).values()]
}

function toCandidates(ranked: readonly Ranked[], intents: MatcherModel['intents']): Candidate[] {
  return ranked.flatMap(({ index, probability }) => {
    const intent = intents[index]
    return intent && !intent.outside ? [{ topic: intent.id, score: probability }] : []
  })
}

/**
 * Of a message whose words are mostly unknown (another language, a cat on the keyboard) little can
 * be said, whatever the few known ones are near to. 1 up to a third unknown, 0 from four fifths.
 */
function trustIn(words: number, unknown: number): number {
  const share = unknown / Math.max(1, words)
  return Math.min(1, Math.max(0, (0.8 - share) / (0.8 - 1 / 3)))
}

/**
 * What the whole message is about stays first; a clause that says so too makes it surer, and what
 * another clause asks comes up as high as the first at most.
 */
function withClauses(whole: readonly Ranked[], clauses: readonly Ranked[]): Ranked[] {
  const [first, ...others] = whole
  if (!first) return []
  const best = new Map(others.map(({ index, probability }) => [index, probability]))
  let sureness = first.probability
  for (const { index, probability } of clauses) {
    const weighed = probability * clauseWeight
    if (index === first.index) sureness = Math.max(sureness, weighed)
    else best.set(index, Math.max(best.get(index) ?? 0, weighed))
  }
  const rest = [...best].map(([index, probability]) => {
    return { index, probability: Math.min(probability, sureness) }
  })
  rest.sort((a, b) => b.probability - a.probability)
  return [{ index: first.index, probability: sureness }, ...rest]
}

function decide(
  ranked: readonly Ranked[],
  intents: MatcherModel['intents'],
  { answer, clarify: enough, isCutShort }: Thresholds & { isCutShort: boolean },
): Omit<Understanding, 'understood' | 'also'> {
  const clarify = isCutShort ? enough * shortCutEase : enough
  const candidates = toCandidates(ranked, intents).slice(0, candidateLimit)
  const [first] = ranked
  const top = first && intents[first.index]
  const offered = candidates.slice(0, choiceLimit)
  const together = offered.reduce((sum, { score }) => sum + score, 0)
  // A word or two ("đổi") may lean to an outside intent and still be worth a question back.
  const outsideBar = isCutShort ? answer : Math.max(clarify, together)
  if (top?.outside && first && first.probability >= outsideBar) {
    return { kind: 'none', candidates, outside: top.id }
  }
  if (!top?.outside && (candidates[0]?.score ?? 0) >= answer)
    return { kind: 'answer', candidates, outside: null }
  if (offered.length > 1 && together >= clarify) {
    return { kind: 'clarify', candidates: offered, outside: null }
  }
  return { kind: 'none', candidates, outside: null }
}
