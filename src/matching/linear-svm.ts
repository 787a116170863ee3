import { ClassLearner } from './class-learner'
import { type LinearWeights, mostSharing } from './linear-model'
import { NearExamples } from './near-examples'
import { pick, type SparseVector, toRows, transpose } from './sparse-rows'

/** What is learned from: one vector and one class for each example. */
export type TrainingSet = {
  vectors: readonly SparseVector[]
  classes: Int32Array
  classCount: number
  featureCount: number
}

/** Examples to be learned without, and those among them whose margins are wanted. */
export type HeldOut = { examples: ReadonlySet<number>; asked: readonly number[] }

/** The classifiers, and for each {@link HeldOut} the margins of those asked: of every class, then of the next asked. */
export type TrainedSvm = { weights: LinearWeights; margins: Float32Array[] }

/** A weight that mostly adds less than this to a margin changes no decision: three of four do. */
const smallestShare = 0.005

/**
 * Trains one linear classifier a class against all the others: L2-regularised, squared hinge
 * loss, by dual coordinate descent (Hsieh et al. 2008, "A dual coordinate descent method for
 * large-scale linear SVM", the solver of LIBLINEAR).
 *
 * Every classifier starts from -1 instead of 0, so an example that shares nothing with a class is on its right side
 * from the start; after a first sweep over the class's own examples, only those that come near it are looked at. So
 * the time grows with the number of classes times the examples near each, and the memory with what is learned.
 */
export function trainSvm(set: TrainingSet, held: readonly HeldOut[]): TrainedSvm {
  const { vectors, classes, classCount, featureCount } = set
  const rows = toRows(vectors)
  const smallest = meansOf(vectors, featureCount).map((mean) => smallestShare / mean)
  const near = new NearExamples(rows, classes, { classes: classCount, features: featureCount })
  const all = new ClassLearner(rows, classes, featureCount)
  const part = new ClassLearner(rows, classes, featureCount)
  const margins = held.map(({ asked }) => new Float32Array(asked.length * classCount))
  const learned = Array.from({ length: classCount }, (_, c) => {
    all.learn(c, near.of(c))
    for (const [fold, { examples, asked }] of held.entries()) {
      const ofFold = margins[fold] as Float32Array
      part.learnWithout(all, examples)
      for (const [n, example] of asked.entries()) {
        ofFold[n * classCount + c] = part.weights.margin(example)
      }
    }
    return all.weights.toVector(smallest)
  })
  return { weights: toWeights(learned, featureCount), margins }
}

/** How strong each feature is on average where it occurs; no number where it never does. */
function meansOf(vectors: readonly SparseVector[], featureCount: number): Float32Array {
  const sums = new Float32Array(featureCount)
  const counts = new Float32Array(featureCount)
  for (const { indices, values } of vectors) {
    for (let i = 0; i < indices.length; i++) {
      const feature = indices[i] as number
      sums[feature] = (sums[feature] as number) + (values[i] as number)
      counts[feature] = (counts[feature] as number) + 1
    }
  }
  return sums.map((sum, feature) => sum / (counts[feature] as number))
}

/** @param learned the weights of each class */
function toWeights(learned: readonly SparseVector[], featureCount: number): LinearWeights {
  const sharing = new Int32Array(featureCount)
  for (const { indices } of learned) {
    for (const feature of indices) sharing[feature] = (sharing[feature] as number) + 1
  }
  const isShared = (feature: number) => (sharing[feature] as number) > mostSharing
  return {
    byFeature: transpose(
      toRows(learned.map((weights) => pick(weights, (feature) => !isShared(feature)))),
      featureCount,
    ),
    byClass: toRows(learned.map((weights) => pick(weights, isShared))),
  }
}
