import type { Lexicon } from '../text/lexicon'
import { Calibration } from './calibration'
import { cluesOf } from './clues'
import { Concepts } from './concepts'
import { FeatureSpace, type FeatureSpaceModel } from './feature-space'
import { featuresOf } from './features'
import type { LinearWeights } from './linear-model'
import type { NearestModel } from './nearest'
import { Scorer } from './scorer'

/** A class and the probability, 0 to 1, that the message belongs to it. */
export type Ranked = { index: number; probability: number }

/** What a {@link Ranker} has learned, as plain data. */
export type RankerModel = {
  space: FeatureSpaceModel
  weights: LinearWeights
  nearest: NearestModel
  /** See {@link Calibration}. */
  coefficients: readonly number[]
}

/**
 * The best classes with their probabilities beside each other, likeliest first: each was judged by itself, and two good
 * ones are not both more likely than not.
 */
export function shareOut(ranked: readonly Ranked[], limit = ranked.length): Ranked[] {
  const best = ranked.slice(0, limit)
  const sum = Math.max(
    1,
    best.reduce((all, { probability }) => all + probability, 0),
  )
  return best
    .map(({ index, probability }) => ({ index, probability: probability / sum }))
    .sort((a, b) => b.probability - a.probability)
}

/** Orders the intents for a message and says how probable each is. */
export class Ranker {
  readonly #concepts: Concepts
  readonly #space: FeatureSpace
  readonly #scorer: Scorer
  readonly #calibration: Calibration

  constructor({ space, weights, nearest, coefficients }: RankerModel, lexicon: Lexicon) {
    this.#concepts = new Concepts(lexicon)
    this.#space = new FeatureSpace(space)
    this.#scorer = new Scorer(weights, nearest)
    this.#calibration = new Calibration(coefficients)
  }

  /** The likeliest classes of a message, best first, each judged by itself: see {@link shareOut}. */
  rank(words: readonly string[], limit: number): Ranked[] {
    if (words.length === 0) return []
    const vector = this.#space.vectorOf(featuresOf(words, this.#concepts.in(words)))
    return cluesOf(this.#scorer.scores(vector), limit).map(({ index, clues }) => {
      return { index, probability: this.#calibration.probability(clues) }
    })
  }
}
