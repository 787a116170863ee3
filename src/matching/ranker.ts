import type { Lexicon } from '../text/lexicon'
import { Calibration, type Trial } from './calibration'
import { Concepts } from './concepts'
import { FeatureSpace } from './feature-space'
import { type Features, featuresOf } from './features'
import type { LinearModel, SparseVector } from './linear-model'
import { LinearSvm } from './linear-svm'
import { NearestExamples } from './nearest'

/** A class and the probability, 0 to 1, that the message belongs to it. */
export type Ranked = { index: number; probability: number }

/** What a ranker learns from: examples as words, and the class of each. */
export type RankerInput = {
  examples: readonly (readonly string[])[]
  classes: Int32Array
  classCount: number
  lexicon: Lexicon
}

/** How many candidates of a held-out message the calibration sees. */
const candidatesPerTrial = 4
/** How often examples are held out to calibrate, and which share of them each time. */
const folds = 2
const foldShare = 4
/** How much the nearest example counts beside the classifier's margin. */
const closenessWeight = 0.4

/** Of constant, margin, closeness and gap: about what large sets of intents come out with. */
const expectedCoefficients = [-0.6, 2.3, 0.3, 2]

/** Orders the intents for a message and says how probable each is. */
export class Ranker {
  readonly #concepts: Concepts
  readonly #space: FeatureSpace
  readonly #model: LinearModel
  readonly #nearest: NearestExamples
  readonly #calibration: Calibration

  constructor({ examples, classes, classCount, lexicon }: RankerInput) {
    this.#concepts = new Concepts(lexicon)
    const features = examples.map((words) => this.#featuresOf(words))
    this.#space = new FeatureSpace(features)
    const vectors = features.map((one) => this.#space.vectorOf(one))
    const featureCount = this.#space.size
    const svm = LinearSvm.train({ vectors, classes, classCount, featureCount })
    this.#model = svm.model
    this.#nearest = new NearestExamples(vectors, this.#space.wordCount, { classes, classCount })
    this.#calibration = Calibration.fit(
      heldOut(classes, classCount).flatMap((held) => {
        const { model } = svm.without(held.examples)
        return [...held.examples].flatMap((example) => {
          const scores = this.#scores(model, vectors[example] as SparseVector, held.examples)
          return trialsOf(scores, classes[example] as number, held.classes)
        })
      }),
      expectedCoefficients,
    )
  }

  /** The likeliest classes of a message, best first. */
  rank(words: readonly string[], limit: number): Ranked[] {
    if (words.length === 0) return []
    const scores = this.#scores(this.#model, this.#space.vectorOf(this.#featuresOf(words)))
    const ranked = cluesOf(scores, limit).map(({ index, clues }) => {
      return { index, probability: this.#calibration.probability(clues) }
    })
    // Each candidate is judged by itself; two good ones are not both more likely than not.
    const sum = Math.max(
      1,
      ranked.reduce((all, { probability }) => all + probability, 0),
    )
    return ranked
      .map(({ index, probability }) => ({ index, probability: probability / sum }))
      .sort((a, b) => b.probability - a.probability)
  }

  #featuresOf(words: readonly string[]): Features {
    return featuresOf(words, this.#concepts.in(words))
  }

  #scores(model: LinearModel, vector: SparseVector, held?: ReadonlySet<number>): Scores {
    return { margins: model.margins(vector), closeness: this.#nearest.closeness(vector, held) }
  }
}

type Scores = { margins: Float32Array; closeness: Float32Array }
type Held = { examples: Set<number>; classes: Set<number> }

/**
 * What is held out in each fold: every so-many-th example of each class, and some classes whole,
 * so that the calibration also sees messages that no class answers.
 */
function heldOut(classes: Int32Array, classCount: number): Held[] {
  return Array.from({ length: folds }, (_, fold) => {
    const away = new Set<number>()
    for (let c = fold; c < classCount; c += 2 * foldShare) away.add(c)
    const seen = new Map<number, number>()
    const examples = new Set<number>()
    for (const [example, c] of classes.entries()) {
      const nth = seen.get(c) ?? 0
      seen.set(c, nth + 1)
      if (away.has(c) || nth % foldShare === fold) examples.add(example)
    }
    return { examples, classes: away }
  })
}

function trialsOf(scores: Scores, own: number, away: ReadonlySet<number>): Trial[] {
  for (const c of away) scores.margins[c] = Number.NEGATIVE_INFINITY
  return cluesOf(scores, candidatesPerTrial).map(({ index, clues }) => ({
    clues,
    right: index === own,
    weight: away.has(own) ? 0.5 : 1,
  }))
}

/** The best classes by margin and closeness together, and what speaks for each. */
function cluesOf({ margins, closeness }: Scores, limit: number) {
  const totals = margins.map((margin, c) => margin + closenessWeight * (closeness[c] ?? 0))
  const best = [...totals.keys()]
    .filter((c) => Number.isFinite(totals[c]))
    .sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0))
    .slice(0, Math.max(limit, 2))
  const [first = 0, second = first] = best.map((c) => totals[c] ?? 0)
  return best.slice(0, limit).map((index, rank) => {
    const total = totals[index] ?? 0
    const gap = total - (rank === 0 ? second : first)
    return { index, clues: [margins[index] ?? 0, closeness[index] ?? 0, gap] }
  })
}
