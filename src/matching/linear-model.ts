/** A sparse vector: the places that are not zero, and what stands there. */
export type SparseVector = { indices: Int32Array; values: Float32Array }

/** A linear classifier for each class; the weights of one feature lie side by side. */
export class LinearModel {
  readonly weights: Float32Array
  readonly classCount: number

  constructor(weights: Float32Array, classCount: number) {
    this.weights = weights
    this.classCount = classCount
  }

  /** The margin of every class: about +1 for its own, -1 for what has nothing to do with it. */
  margins({ indices, values }: SparseVector): Float32Array {
    const { classCount, weights } = this
    const margins = new Float32Array(classCount).fill(-1)
    for (let i = 0; i < indices.length; i++) {
      const offset = (indices[i] as number) * classCount
      const value = values[i] as number
      for (let c = 0; c < classCount; c++) {
        margins[c] = (margins[c] as number) + value * (weights[offset + c] as number)
      }
    }
    return margins
  }
}
