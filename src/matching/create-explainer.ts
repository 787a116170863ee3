import { fold } from '../text/fold'
import { decodeTelex, decodeVni } from '../text/telex'
import { clausesOf } from './clauses'
import { Concepts } from './concepts'
import { type Matcher, openMatcher, type Understanding } from './create-matcher'
import { FeatureSpace } from './feature-space'
import { featuresOf } from './features'
import { openReader } from './open-reader'
import { Ranker, shareOut } from './ranker'
import { Scorer } from './scorer'
import { Spellings } from './spellings'
import type { Thresholds } from './thresholds'
import type { MatcherModel } from './train-matcher'

/** Why a word was taken for others. */
export type ReadingReason = 'chat spelling' | 'keystrokes' | 'marks' | 'spacing' | 'correction'

/** What a feature of the message adds to the margin of a topic: positive speaks for it. */
export type CountedFeature = { feature: string; amount: number }

/** What speaks for a topic when the message is read as a whole. */
export type ExplainedTopic = {
  topic: string
  outside: boolean
  /** 0 to 1, before clauses are looked at. */
  probability: number
  /** About +1 for a topic's own messages, -1 for others. */
  margin: number
  /** The example that shares most with the message, and the cosine of the two. */
  nearest: { example: string; cosine: number } | null
  /** Those that count most, strongest first. */
  features: CountedFeature[]
}

/** Why a message was understood as it was. */
export type Explanation = {
  /** The clauses that it was cut into, in normal form, as they were read. */
  clauses: string[]
  /** Every word that was not taken as typed. */
  readings: { typed: string; read: string; reason: ReadingReason }[]
  /** How many words are not known at all. */
  unknown: number
  concepts: string[]
  /** The likeliest topics of the whole message, best first. */
  topics: ExplainedTopic[]
  thresholds: Thresholds
  understanding: Understanding
}

const topicsExplained = 5
const featuresShown = 12

/**
 * Opens what was learned to show why messages are understood as they are. Apart from the matcher, so that matching
 * pays nothing for it; works with the same parts.
 * @param matcher of the same model, where one is open already
 */
export function createExplainer(
  model: MatcherModel,
  thresholds: Thresholds,
  matcher: Matcher = openMatcher(model, thresholds),
): (utterance: string) => Explanation {
  const { intents, sentences, lexicon } = model
  const reader = openReader(model)
  const spellings = new Spellings(lexicon)
  const concepts = new Concepts(lexicon)
  const space = new FeatureSpace(model.ranker.space)
  const scorer = new Scorer(model.ranker.weights, model.ranker.nearest)
  const ranker = new Ranker(model.ranker, lexicon)

  const explainTopics = (words: readonly string[]): ExplainedTopic[] => {
    const features = featuresOf(words, concepts.in(words))
    const vector = space.vectorOf(features)
    const names = space.namesOf(features)
    const { margins } = scorer.scores(vector)
    return shareOut(ranker.rank(words, topicsExplained)).flatMap(({ index, probability }) => {
      const intent = intents[index]
      if (!intent) return []
      const counted = Array.from(vector.indices, (place, i) => ({
        feature: names.get(place) ?? '',
        amount: (vector.values[i] ?? 0) * scorer.linear.weight(place, index),
      }))
      counted.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
      const found = scorer.nearest.nearestOf(index, vector)
      return [
        {
          topic: intent.id,
          outside: intent.outside === true,
          probability,
          margin: margins[index] ?? 0,
          nearest: found && {
            example: sentences[found.example]?.join(' ') ?? '',
            cosine: found.cosine,
          },
          features: counted.filter(({ amount }) => amount !== 0).slice(0, featuresShown),
        },
      ]
    })
  }

  return (utterance) => {
    const readings = clausesOf(utterance).map((clause) => reader.read(clause))
    const words = readings.flatMap((reading) => reading.words)
    return {
      clauses: readings.map((reading) => reading.words.join(' ')),
      readings: readings.flatMap(({ steps }) =>
        steps.flatMap(({ typed, words: read }, i) => {
          const readAs = read.join(' ')
          if (readAs === typed) return []
          const isSpelling = spellings
            .readingsOf(typed, steps[i - 1]?.typed)
            .some((spelled) => spelled.join(' ') === readAs)
          return [
            { typed, read: readAs, reason: isSpelling ? 'chat spelling' : reasonOf(typed, readAs) },
          ]
        }),
      ),
      unknown: readings.reduce((sum, { unknown }) => sum + unknown, 0),
      concepts: concepts.in(words),
      topics: explainTopics(words),
      thresholds,
      understanding: matcher.match(utterance),
    }
  }
}

function reasonOf(typed: string, read: string): ReadingReason {
  if (typed.includes(' ') || read.includes(' ')) return 'spacing'
  if (fold(typed) === fold(read)) return 'marks'
  const decoded = [decodeTelex(typed), decodeVni(typed)]
  return decoded.some((word) => word !== null && fold(word) === fold(read))
    ? 'keystrokes'
    : 'correction'
}
