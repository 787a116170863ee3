import type { Lexicon } from '../text/lexicon'
import { Calibration, type Trial } from './calibration'
import { cluesOf, type Scores } from './clues'
import { Concepts } from './concepts'
import { FeatureSpace } from './feature-space'
import { featuresOf } from './features'
import { type HeldOut, trainSvm } from './linear-svm'
import { learnNearest, NearestExamples } from './nearest'
import type { RankerModel } from './ranker'
import { likeliest } from './scorer'
import type { SparseVector } from './sparse-rows'

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
const foldCount = 2
const foldShare = 4
/** Of the held-out messages of a fold so many are asked: five coefficients are fitted. */
const mostAsked = 600
/** Of very many classes fewer, so that there are no more margins than these. */
const mostMargins = 2_000_000

/** Of constant, margin, closeness and gap: about what large sets of intents come out with. */
const expectedCoefficients = [-0.6, 2.3, 0.3, 2]

/** Learns to rank. Takes about a second for a hundred classes of thirty examples. */
export function trainRanker(input: RankerInput): RankerModel {
  const { classes, classCount } = input
  const folds = toCalibrationFolds(classes, classCount)
  const learned = learnExamples(input, folds)
  return {
    space: learned.space,
    weights: learned.weights,
    nearest: learned.nearest,
    coefficients: calibrate(learned, folds).coefficients,
  }
}

/** What a ranker learns before it knows how sure it may be. */
export type Learned = Pick<RankerModel, 'space' | 'weights' | 'nearest'> & {
  /** What speaks for the classes of the `n`-th that was asked in a fold, as if the fold had never been seen. */
  scoresOf(fold: number, n: number): Scores
}

/** The first half of {@link trainRanker}; what is held out is asked once it is learned without. */
export function learnExamples(
  { examples, classes, classCount, lexicon }: RankerInput,
  held: readonly HeldOut[],
): Learned {
  const concepts = new Concepts(lexicon)
  const features = examples.map((words) => featuresOf(words, concepts.in(words)))
  const space = FeatureSpace.of(features)
  const vectors = features.map((one) => space.vectorOf(one))
  const nearestModel = learnNearest(vectors, classes, { classCount, wordCount: space.wordCount })
  const nearest = new NearestExamples(nearestModel)
  const set = { vectors, classes, classCount, featureCount: space.size }
  const { weights, margins } = trainSvm(set, held)
  return {
    space: space.model,
    weights,
    nearest: nearestModel,
    scoresOf(fold, n) {
      const { asked = [], examples: away } = held[fold] ?? {}
      const vector = vectors[asked[n] as number] as SparseVector
      const ofFold = (margins[fold] as Float32Array).slice(n * classCount, (n + 1) * classCount)
      const closeness = nearest.closeness(vector, away)
      const scores = { margins: ofFold, closeness }
      if (nearest.hasShared) {
        nearest.compareShared(vector, closeness, { among: likeliest(scores), held: away })
      }
      return scores
    },
  }
}

/** The second half of {@link trainRanker}: how probable an answer is, by the folds, which were held out first. */
export function calibrate(
  { scoresOf, nearest: { classes } }: Learned,
  folds: readonly CalibrationFold[],
): Calibration {
  const trials = folds.flatMap((held, fold) =>
    held.asked.flatMap((example, n) =>
      trialsOf(scoresOf(fold, n), classes[example] as number, held.classes),
    ),
  )
  return Calibration.fit(trials, expectedCoefficients)
}

/** What is held out to calibrate: some examples, and some classes whole. */
export type CalibrationFold = HeldOut & { classes: ReadonlySet<number> }

/**
 * What is held out in each fold: every so-many-th example of each class, and some classes whole,
 * so that the calibration also sees messages that no class answers.
 */
export function toCalibrationFolds(classes: Int32Array, classCount: number): CalibrationFold[] {
  return Array.from({ length: foldCount }, (_, fold) => {
    const away = new Set<number>()
    for (let c = fold; c < classCount; c += 2 * foldShare) away.add(c)
    const seen = new Map<number, number>()
    const examples = new Set<number>()
    for (const [example, c] of classes.entries()) {
      const nth = seen.get(c) ?? 0
      seen.set(c, nth + 1)
      if (away.has(c) || nth % foldShare === fold) examples.add(example)
    }
    const most = Math.min(mostAsked, mostMargins / classCount)
    return { examples, asked: someOf([...examples], most), classes: away }
  })
}

/** At most so many, spread evenly. */
function someOf(examples: readonly number[], most: number): number[] {
  const step = Math.max(1, Math.ceil(examples.length / most))
  return examples.filter((_, index) => index % step === 0)
}

function trialsOf(scores: Scores, own: number, away: ReadonlySet<number>): Trial[] {
  for (const c of away) scores.margins[c] = Number.NEGATIVE_INFINITY
  return cluesOf(scores, candidatesPerTrial).map(({ index, clues }) => ({
    clues,
    right: index === own,
    weight: away.has(own) ? 0.5 : 1,
  }))
}
