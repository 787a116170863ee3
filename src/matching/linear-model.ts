import type { SparseRows, SparseVector } from './sparse-rows'

/**
 * A linear classifier for each class, as plain data: a row a feature, in which stand the classes that it speaks for or
 * against, and how strongly. Most features have to do with few classes.
 */
export type LinearWeights = SparseRows

/** The margin of a class that a message has nothing to do with. */
export const farMargin = -1

/** Judges messages by the classifiers of all classes. */
export class LinearModel {
  readonly #weights: LinearWeights
  readonly #classCount: number

  constructor(weights: LinearWeights, classCount: number) {
    this.#weights = weights
    this.#classCount = classCount
  }

  /** The margin of every class: about +1 for its own, -1 for what has nothing to do with it. */
  margins({ indices, values }: SparseVector): Float32Array {
    const { starts, indices: classes, values: weights } = this.#weights
    const margins = new Float32Array(this.#classCount).fill(farMargin)
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

  /** How strongly a feature speaks for a class, or against it. */
  weight(feature: number, classIndex: number): number {
    const { starts, indices, values } = this.#weights
    const at = indices.subarray(starts[feature], starts[feature + 1]).indexOf(classIndex)
    return at < 0 ? 0 : (values[(starts[feature] as number) + at] as number)
  }
}
