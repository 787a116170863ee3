/** A sparse vector: the places that are not zero, and what stands there. */
export type SparseVector = { indices: Int32Array; values: Float32Array }

type Four = [number, number, number, number]

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
    const margins = new Float64Array(classCount).fill(-1)
    const whole = indices.length & ~3
    // Four features a round: a quarter of the reads and writes of the margins, which take most of the time.
    for (let i = 0; i < whole; i += 4) {
      const a = (indices[i] as number) * classCount
      const b = (indices[i + 1] as number) * classCount
      const c = (indices[i + 2] as number) * classCount
      const d = (indices[i + 3] as number) * classCount
      const [va, vb, vc, vd] = [values[i], values[i + 1], values[i + 2], values[i + 3]] as Four
      for (let k = 0; k < classCount; k++) {
        margins[k] =
          (margins[k] as number) +
          va * (weights[a + k] as number) +
          vb * (weights[b + k] as number) +
          vc * (weights[c + k] as number) +
          vd * (weights[d + k] as number)
      }
    }
    for (let i = whole; i < indices.length; i++) {
      const offset = (indices[i] as number) * classCount
      const value = values[i] as number
      for (let k = 0; k < classCount; k++) {
        margins[k] = (margins[k] as number) + value * (weights[offset + k] as number)
      }
    }
    return Float32Array.from(margins)
  }
}
