import { bestOf } from './best-of'
import { totalsOf } from './clues'
import type { SparseRows, SparseVector } from './sparse-rows'

/**
 * A linear classifier for each class, as plain data: which features speak for it or against it, and how strongly. Most
 * features have to do with few classes. Those few that have to do with very many stand apart, since adding them up for
 * every class would take nearly all the time.
 */
export type LinearWeights = {
  /** A row a feature, in which stand classes. */
  byFeature: SparseRows
  /** A row a class, in which stand the features that more than {@link mostSharing} classes share; they are not above. */
  byClass: SparseRows
}

/** A feature that more classes share stands in their rows, not they in its. */
export const mostSharing = 1000

/** The margin of a class that a message has nothing to do with. */
export const farMargin = -1

/** What very many classes share is only weighed for as many of them as may come out first. */
const mostWeighed = 100

/** Judges messages by the classifiers of all classes. */
export class LinearModel {
  readonly #weights: LinearWeights
  readonly #classCount: number
  /** The message at hand, a place a feature; all zero in between. */
  readonly #message: Float32Array

  constructor(weights: LinearWeights, classCount: number) {
    this.#weights = weights
    this.#classCount = classCount
    this.#message = new Float32Array(weights.byFeature.starts.length - 1)
  }

  /**
   * The margin of every class: about +1 for its own, -1 for what has nothing to do with it. Where features are shared
   * by very many, classes that neither rare features nor the nearest examples point to are left at -1.
   * @param closeness of every class to the message: see {@link NearestExamples}
   */
  margins(vector: SparseVector, closeness: Float32Array): Float32Array {
    const margins = new Float32Array(this.#classCount).fill(farMargin)
    this.#addOwn(vector, margins)
    if (this.#weights.byClass.indices.length === 0) return margins
    const likely = bestOf(totalsOf({ margins, closeness }), mostWeighed)
    const weighed = this.#addShared(vector, likely, margins)
    margins.fill(farMargin)
    for (const [n, c] of likely.entries()) margins[c] = weighed[n] as number
    return margins
  }

  /** How strongly a feature speaks for a class, or against it. */
  weight(feature: number, classIndex: number): number {
    const { byFeature, byClass } = this.#weights
    return valueAt(byFeature, feature, classIndex) || valueAt(byClass, classIndex, feature)
  }

  /** Adds to the margins what the features that few classes share say. */
  #addOwn({ indices, values }: SparseVector, margins: Float32Array): void {
    const { starts, indices: classes, values: weights } = this.#weights.byFeature
    for (let i = 0; i < indices.length; i++) {
      const feature = indices[i] as number
      const value = values[i] as number
      const end = starts[feature + 1] as number
      for (let at = starts[feature] as number; at < end; at++) {
        const c = classes[at] as number
        margins[c] = (margins[c] as number) + value * (weights[at] as number)
      }
    }
  }

  /** The margins of some classes with what the features that very many classes share say. */
  #addShared(
    { indices, values }: SparseVector,
    classes: readonly number[],
    margins: Float32Array,
  ): Float32Array {
    const { starts, indices: features, values: weights } = this.#weights.byClass
    const message = this.#message
    for (let i = 0; i < indices.length; i++) message[indices[i] as number] = values[i] as number
    const sums = new Float32Array(classes.length)
    for (const [n, c] of classes.entries()) {
      let margin = margins[c] as number
      const end = starts[c + 1] as number
      for (let at = starts[c] as number; at < end; at++) {
        margin += (message[features[at] as number] as number) * (weights[at] as number)
      }
      sums[n] = margin
    }
    for (let i = 0; i < indices.length; i++) message[indices[i] as number] = 0
    return sums
  }
}

function valueAt({ starts, indices, values }: SparseRows, row: number, place: number): number {
  const at = indices.subarray(starts[row], starts[row + 1]).indexOf(place)
  return at < 0 ? 0 : (values[(starts[row] as number) + at] as number)
}
