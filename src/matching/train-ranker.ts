import type { Lexicon } from '../text/lexicon'
import { Calibration, type Trial } from './calibration'
import { cluesOf, type Scores } from './clues'
import { Concepts } from './concepts'
import { FeatureSpace } from './feature-space'
import { featuresOf } from './features'
import type { SparseVector } from './linear-model'
import { LinearSvm } from './linear-svm'
import { NearestExamples } from './nearest'
import type { RankerModel } from './ranker'

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

/** Of constant, margin, closeness and gap: about what large sets of intents come out with. */
const expectedCoefficients = [-0.6, 2.3, 0.3, 2]

/** Learns to rank. Takes about a second for a hundred classes of thirty examples. */
export function trainRanker(input: RankerInput): RankerModel {
  const learned = learnExamples(input)
  const { space, svm, nearest } = learned
  return {
    space: space.model,
    weights: svm.model.weights,
    nearest: nearest.model,
    coefficients: calibrate(learned).coefficients,
  }
}

/** What a ranker learns before it knows how sure it may be. */
export type Learned = {
  space: FeatureSpace
  /** One for each example. */
  vectors: readonly SparseVector[]
  svm: LinearSvm
  nearest: NearestExamples
  classes: Int32Array
  classCount: number
}

/** The first half of {@link trainRanker}. */
export function learnExamples({ examples, classes, classCount, lexicon }: RankerInput): Learned {
  const concepts = new Concepts(lexicon)
  const features = examples.map((words) => featuresOf(words, concepts.in(words)))
  const space = FeatureSpace.of(features)
  const vectors = features.map((one) => space.vectorOf(one))
  const svm = LinearSvm.train({ vectors, classes, classCount, featureCount: space.size })
  const nearest = NearestExamples.of(vectors, space.wordCount, { classes, classCount })
  return { space, vectors, svm, nearest, classes, classCount }
}

/** The second half of {@link trainRanker}: how probable an answer is, by examples that were held out. */
export function calibrate(learned: Learned): Calibration {
  const { classes, classCount } = learned
  const trials = heldOut(classes, classCount).flatMap((held) => {
    const scoresOf = holdOut(learned, held.examples)
    return [...held.examples].flatMap((example) =>
      trialsOf(scoresOf(example), classes[example] as number, held.classes),
    )
  })
  return Calibration.fit(trials, expectedCoefficients)
}

/** Takes examples out of what was learned; what comes back scores one of them as if it had never been seen. */
export function holdOut(
  { svm, nearest, vectors }: Learned,
  held: ReadonlySet<number>,
): (example: number) => Scores {
  const { model } = svm.without(held)
  return (example) => {
    const vector = vectors[example] as SparseVector
    return { margins: model.margins(vector), closeness: nearest.closeness(vector, held) }
  }
}

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
