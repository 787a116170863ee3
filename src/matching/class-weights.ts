import { farMargin } from './linear-model'
import type { SparseRows, SparseVector } from './sparse-rows'

/** The weights of one classifier while it is learned. Remembers which are not zero, so that clearing costs little. */
export class ClassWeights {
  readonly #rows: SparseRows
  readonly #weights: Float32Array
  readonly #isTouched: Uint8Array
  readonly #touched: Int32Array
  #count = 0

  /** @param rows the examples, which margins are asked of and which are added */
  constructor(rows: SparseRows, featureCount: number) {
    this.#rows = rows
    this.#weights = new Float32Array(featureCount)
    this.#isTouched = new Uint8Array(featureCount)
    this.#touched = new Int32Array(featureCount)
  }

  /** The weights, without those that are smaller than what `smallest` says for their feature. */
  toVector(smallest?: Float32Array): SparseVector {
    const indices = new Int32Array(this.#count)
    const values = new Float32Array(this.#count)
    let length = 0
    for (const feature of this.#touched.subarray(0, this.#count)) {
      const weight = this.#weights[feature] as number
      if (smallest && Math.abs(weight) < (smallest[feature] as number)) continue
      indices[length] = feature
      values[length] = weight
      length += 1
    }
    return { indices: indices.slice(0, length), values: values.slice(0, length) }
  }

  /** The margin of an example. */
  margin(example: number): number {
    const { starts, indices, values } = this.#rows
    const weights = this.#weights
    const end = starts[example + 1] as number
    let margin = farMargin
    for (let i = starts[example] as number; i < end; i++) {
      margin += (values[i] as number) * (weights[indices[i] as number] as number)
    }
    return margin
  }

  /** Adds an example to the weights, so many times. */
  add(example: number, times: number): void {
    const { starts, indices, values } = this.#rows
    const weights = this.#weights
    const end = starts[example + 1] as number
    for (let i = starts[example] as number; i < end; i++) {
      const feature = indices[i] as number
      if (this.#isTouched[feature] === 0) this.#touch(feature)
      weights[feature] = (weights[feature] as number) + times * (values[i] as number)
    }
  }

  /** Becomes the same as another over the same examples. */
  copy(other: ClassWeights): void {
    this.clear()
    for (let n = 0; n < other.#count; n++) {
      const feature = other.#touched[n] as number
      this.#touch(feature)
      this.#weights[feature] = other.#weights[feature] as number
    }
  }

  clear(): void {
    for (const feature of this.#touched.subarray(0, this.#count)) {
      this.#weights[feature] = 0
      this.#isTouched[feature] = 0
    }
    this.#count = 0
  }

  #touch(feature: number): void {
    this.#isTouched[feature] = 1
    this.#touched[this.#count] = feature
    this.#count += 1
  }
}
