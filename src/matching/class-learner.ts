import { ClassWeights } from './class-weights'
import type { SparseRows } from './sparse-rows'
import { SweepOrders } from './sweep-orders'

/** Price of an error; a large one fits the examples closely. */
const cost = 0.3
/** How many times dearer an error on a class's own example is than one on another's. */
const positiveWeight = 4
/** Which of the {@link SweepOrders} is gone through when: the class's own examples, all, those near, and again. */
const [ownSweeps, wideSweeps, nearSweeps, sweepsAgain] = [[0], [1, 2], [3, 4, 5], [3, 4]]
/** An example that a class scores below this after the first sweep has nothing to do with it. */
const nearMargin = -0.95
/** A gradient smaller than this is near enough to the optimum. */
const tolerance = 0.05

/** Learns what parts one class from the others; then the next class, in the same memory. */
export class ClassLearner {
  readonly weights: ClassWeights
  readonly #classes: Int32Array
  readonly #squares: Float32Array
  /** How often each example stands in the weights. */
  readonly #alphas: Float32Array
  /** Of each example, whether it has something to do with the class. */
  readonly #isNear: Uint8Array
  readonly #orders = new SweepOrders()
  #own = -1
  #examples: Int32Array = new Int32Array()

  /** @param classes the class of each example */
  constructor(rows: SparseRows, classes: Int32Array, featureCount: number) {
    this.weights = new ClassWeights(rows, featureCount)
    this.#classes = classes
    this.#squares = squaredLengths(rows)
    this.#alphas = new Float32Array(classes.length)
    this.#isNear = new Uint8Array(classes.length)
  }

  /** Learns a class from some examples, its own among them. */
  learn(own: number, examples: Int32Array): void {
    this.#begin(own, examples)
    for (const example of examples) {
      this.#isNear[example] = this.#classes[example] === own ? 1 : 0
    }
    this.#sweep(ownSweeps)
    for (const time of wideSweeps) this.#sweepWide(time)
    this.#sweep(nearSweeps)
  }

  /** Becomes what another would have learned without some examples: they are taken out, and the rest gone through again. */
  learnWithout(other: ClassLearner, held: ReadonlySet<number>): void {
    this.#begin(other.#own, other.#examples)
    this.weights.copy(other.weights)
    for (const example of this.#examples) {
      const alpha = other.#alphas[example] as number
      const isHeld = held.has(example)
      if (isHeld && alpha !== 0) this.weights.add(example, -alpha * this.#sign(example))
      this.#alphas[example] = isHeld ? 0 : alpha
      this.#isNear[example] = isHeld ? 0 : (other.#isNear[example] as number)
    }
    this.#sweep(sweepsAgain)
  }

  #begin(own: number, examples: Int32Array): void {
    this.weights.clear()
    for (const example of this.#examples) this.#alphas[example] = 0
    this.#own = own
    this.#examples = examples
  }

  /** Goes through the examples that are near. */
  #sweep(times: readonly number[]): void {
    for (const time of times) {
      for (const place of this.#order(time)) {
        const example = this.#examples[place] as number
        if (this.#isNear[example] === 1) this.#update(example, this.weights.margin(example))
      }
    }
  }

  /** Goes through all the examples, looking anew which are near. */
  #sweepWide(time: number): void {
    for (const place of this.#order(time)) {
      const example = this.#examples[place] as number
      const margin = this.weights.margin(example)
      const isNear =
        margin > nearMargin || this.#alphas[example] !== 0 || this.#classes[example] === this.#own
      this.#isNear[example] = isNear ? 1 : 0
      if (isNear) this.#update(example, margin)
    }
  }

  #order(time: number): Int32Array {
    return this.#orders.of(this.#examples.length)[time] as Int32Array
  }

  /** Brings an example's share nearer to its optimum. */
  #update(example: number, margin: number): void {
    const sign = this.#sign(example)
    const slack = 1 / (2 * (sign > 0 ? cost * positiveWeight : cost))
    const alpha = this.#alphas[example] as number
    const gradient = sign * margin - 1 + slack * alpha
    if (Math.abs(gradient) < tolerance || (alpha === 0 && gradient > 0)) return
    const next = Math.max(alpha - gradient / ((this.#squares[example] as number) + slack), 0)
    this.#alphas[example] = next
    this.weights.add(example, sign * (next - alpha))
  }

  #sign(example: number): 1 | -1 {
    return this.#classes[example] === this.#own ? 1 : -1
  }
}

function squaredLengths({ starts, values }: SparseRows): Float32Array {
  return Float32Array.from({ length: starts.length - 1 }, (_, row) => {
    let sum = 0
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      sum += (values[i] as number) ** 2
    }
    return sum
  })
}
