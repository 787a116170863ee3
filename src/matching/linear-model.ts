import { clearAt, type SparseRows, type SparseVector, setAt } from './sparse-rows'

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

  /** Whether there are features that very many classes share, so that {@link weighShared} has something to add. */
  get hasShared(): boolean {
    return this.#weights.byClass.indices.length > 0
  }

  /**
   * The margin of every class by the features that few classes share: where {@link hasShared} is false its margin
   * altogether, about +1 for its own and -1 for what has nothing to do with it.
   */
  margins({ indices, values }: SparseVector): Float32Array {
    const margins = new Float32Array(this.#classCount).fill(farMargin)
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
    return margins
  }

  /** The same margins with what the other features say of some classes; all the rest are far. */
  weighShared(vector: SparseVector, margins: Float32Array, among: readonly number[]): Float32Array {
    const weighed = new Float32Array(margins.length).fill(farMargin)
    const { starts, indices: features, values: weights } = this.#weights.byClass
    const message = this.#message
    setAt(message, vector)
    for (const c of among) {
      let margin = margins[c] as number
      const end = starts[c + 1] as number
      for (let at = starts[c] as number; at < end; at++) {
        margin += (message[features[at] as number] as number) * (weights[at] as number)
      }
      weighed[c] = margin
    }
    clearAt(message, vector)
    return weighed
  }

  /** How strongly a feature speaks for a class, or against it. */
  weight(feature: number, classIndex: number): number {
    const { byFeature, byClass } = this.#weights
    return valueAt(byFeature, feature, classIndex) || valueAt(byClass, classIndex, feature)
  }
}

function valueAt({ starts, indices, values }: SparseRows, row: number, place: number): number {
  const at = indices.subarray(starts[row], starts[row + 1]).indexOf(place)
  return at < 0 ? 0 : (values[(starts[row] as number) + at] as number)
}
