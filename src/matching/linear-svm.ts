import { LinearModel, type SparseVector } from './linear-model'

/** What is learned from: one vector and one class for each example. */
export type TrainingSet = {
  vectors: readonly SparseVector[]
  classes: Int32Array
  classCount: number
  featureCount: number
}

/** Price of an error; a large one fits the examples closely. */
const cost = 0.3
/** How many times dearer an error on a class's own example is than one on another's. */
const positiveWeight = 4
/** How many times the examples are gone through looking at all classes, then at the near ones. */
const wideSweeps = 2
const sweeps = 3
/** The same after some examples were taken out again: few, since little changes. */
const sweepsAgain = 2
/** A class that scores an example below this after the first sweep has nothing to do with it. */
const farMargin = -0.95
/** A gradient smaller than this is near enough to the optimum. */
const tolerance = 0.05

/**
 * Trains one linear classifier a class against all the others: L2-regularised, squared hinge
 * loss, by dual coordinate descent (Hsieh et al. 2008, "A dual coordinate descent method for
 * large-scale linear SVM", the solver of LIBLINEAR).
 *
 * All classes are trained in the same sweep. Every classifier starts from -1 instead of 0, so an
 * example that shares nothing with a class is on its right side from the start; after a first
 * sweep over the classes' own examples, only the classes that are near an example are looked at.
 */
export class LinearSvm {
  readonly model: LinearModel
  readonly #set: TrainingSet
  readonly #alphas: Float32Array
  readonly #squares: Float32Array
  /** For each example the classes that it has something to do with, its own among them. */
  readonly #near: Int32Array[]

  private constructor(set: TrainingSet, from?: LinearSvm) {
    const { vectors, classes, featureCount, classCount } = set
    this.#set = set
    if (from) {
      this.model = new LinearModel(from.model.weights.slice(), classCount)
      this.#alphas = from.#alphas.slice()
      this.#squares = from.#squares
      this.#near = from.#near
      return
    }
    this.model = new LinearModel(shareable(featureCount * classCount), classCount)
    this.#alphas = new Float32Array(vectors.length * classCount)
    this.#squares = Float32Array.from(vectors, squaredLength)
    this.#near = Array.from(classes, (own) => Int32Array.of(own))
  }

  /** Trains on the whole set. */
  static train(set: TrainingSet): LinearSvm {
    const svm = new LinearSvm(set)
    const order = range(set.vectors.length)
    svm.#sweep(order, 1)
    for (let time = 0; time < wideSweeps; time++) svm.#sweepWide(order)
    svm.#sweep(order, sweeps)
    return svm
  }

  /**
   * The classifier that would have come out without some of the examples: they are taken out of
   * this one, and the others gone through again.
   */
  without(held: ReadonlySet<number>): LinearSvm {
    const svm = new LinearSvm(this.#set, this)
    const { classCount, classes } = this.#set
    for (const example of held) {
      const near = this.#near[example] as Int32Array
      const back = Float32Array.from(near, (c) => {
        const alpha = svm.#alphas[example * classCount + c] as number
        svm.#alphas[example * classCount + c] = 0
        return c === classes[example] ? -alpha : alpha
      })
      svm.#add(example, near, back)
    }
    svm.#sweep(
      range(classes.length).filter((example) => !held.has(example)),
      sweepsAgain,
    )
    return svm
  }

  #sweep(order: Int32Array, times: number): void {
    for (let time = 1; time <= times; time++) {
      shuffle(order, time)
      for (const example of order) {
        this.#update(example, this.#margins(example, this.#near[example] as Int32Array))
      }
    }
  }

  /** Goes through the examples, looking anew which classes are near each. */
  #sweepWide(order: Int32Array): void {
    const { vectors, classes } = this.#set
    shuffle(order, 1)
    for (const example of order) {
      const margins = this.model.margins(vectors[example] as SparseVector)
      const alphas = this.#alphas.subarray(example * margins.length, (example + 1) * margins.length)
      const near: number[] = []
      for (let c = 0; c < margins.length; c++) {
        if (c === classes[example] || (margins[c] as number) > farMargin || alphas[c] !== 0)
          near.push(c)
      }
      this.#near[example] = Int32Array.from(near)
      this.#update(
        example,
        Float32Array.from(near, (c) => margins[c] as number),
      )
    }
  }

  /** Brings an example's classes nearer to their optimum; `steps` holds their margins, and is used up. */
  #update(example: number, steps: Float32Array): void {
    const near = this.#near[example] as Int32Array
    const own = this.#set.classes[example] as number
    const square = this.#squares[example] as number
    const base = example * this.#set.classCount
    let moved = false
    for (let n = 0; n < near.length; n++) {
      const c = near[n] as number
      const sign = c === own ? 1 : -1
      const slack = 1 / (2 * (c === own ? cost * positiveWeight : cost))
      const alpha = this.#alphas[base + c] as number
      const gradient = sign * (steps[n] as number) - 1 + slack * alpha
      steps[n] = 0
      if (Math.abs(gradient) < tolerance || (alpha === 0 && gradient > 0)) continue
      const next = Math.max(alpha - gradient / (square + slack), 0)
      this.#alphas[base + c] = next
      steps[n] = sign * (next - alpha)
      moved = true
    }
    if (moved) this.#add(example, near, steps)
  }

  #margins(example: number, near: Int32Array): Float32Array {
    const { indices, values } = this.#set.vectors[example] as SparseVector
    const { weights, classCount } = this.model
    const margins = new Float32Array(near.length).fill(-1)
    for (let i = 0; i < indices.length; i++) {
      const offset = (indices[i] as number) * classCount
      const value = values[i] as number
      for (let n = 0; n < near.length; n++) {
        const weight = weights[offset + (near[n] as number)] as number
        margins[n] = (margins[n] as number) + value * weight
      }
    }
    return margins
  }

  /** Adds an example to the weights of some classes, so many times each. */
  #add(example: number, classes: Int32Array, times: Float32Array): void {
    const { indices, values } = this.#set.vectors[example] as SparseVector
    const { weights, classCount } = this.model
    for (let i = 0; i < indices.length; i++) {
      const offset = (indices[i] as number) * classCount
      const value = values[i] as number
      for (let n = 0; n < classes.length; n++) {
        const at = offset + (classes[n] as number)
        weights[at] = (weights[at] as number) + value * (times[n] as number)
      }
    }
  }
}

/** Zeros that threads share instead of copying them: a hundred intents have some twenty megabytes of weights. */
function shareable(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT))
}

function squaredLength({ values }: SparseVector): number {
  let sum = 0
  for (const value of values) sum += value * value
  return sum
}

function range(length: number): Int32Array {
  return Int32Array.from({ length }, (_, i) => i)
}

/** Fisher–Yates with a fixed linear congruential generator: the same order on every machine. */
function shuffle(order: Int32Array, seed: number): void {
  let state = seed
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = state % (i + 1)
    const kept = order[i] as number
    order[i] = order[j] as number
    order[j] = kept
  }
}
