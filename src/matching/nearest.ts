import {
  clearAt,
  pick,
  type SparseRows,
  type SparseVector,
  setAt,
  toRows,
  transpose,
} from './sparse-rows'

/** What {@link NearestExamples} knows, as plain data. */
export type NearestModel = {
  /** Which examples hold each word, and how strongly: a row a word; empty for words that very many hold. */
  holders: SparseRows
  /** All words of each example: a row an example. */
  examples: SparseRows
  /** The class of each example, in rising order. */
  classes: Int32Array
  classCount: number
}

/** Where there are more examples than this, */
const fewExamples = 10_000
/** a word that more of them hold than this is only looked at for classes that rarer ones point to. */
const mostHolders = 1000

/** The examples by the words they contain, to find how close a message comes to its nearest. */
export class NearestExamples {
  readonly #model: NearestModel
  /** The examples of class `c` are from `#starts[c]` to `#starts[c + 1]`. */
  readonly #starts: Int32Array
  /** The cosine of the message at hand and each example, and which are not zero. All zero in between. */
  readonly #cosines: Float32Array
  readonly #touched: Int32Array
  /** The message at hand, a place a word; all zero in between. */
  readonly #message: Float32Array

  constructor(model: NearestModel) {
    this.#model = model
    this.#starts = startsOf(model)
    this.#cosines = new Float32Array(model.classes.length)
    this.#touched = new Int32Array(model.classes.length)
    this.#message = new Float32Array(model.holders.starts.length - 1)
  }

  /**
   * Whether there are words that very many examples hold, so that {@link NearestExamples.compareShared} has something
   * to add.
   */
  get hasShared(): boolean {
    const { holders, examples } = this.#model
    return holders.indices.length < examples.indices.length
  }

  /**
   * For every class the cosine, 0 to 1, of the message and the class's nearest example, by words that few hold. Examples
   * in `held` do not count.
   */
  closeness({ indices, values }: SparseVector, held?: ReadonlySet<number>): Float32Array {
    const { holders, classes, classCount } = this.#model
    const { starts, indices: examples, values: strengths } = holders
    const cosines = this.#cosines
    const touched = this.#touched
    const wordCount = starts.length - 1
    let count = 0
    for (let i = 0; i < indices.length; i++) {
      const word = indices[i] as number
      if (word >= wordCount) break
      const value = values[i] as number
      const end = starts[word + 1] as number
      for (let at = starts[word] as number; at < end; at++) {
        const example = examples[at] as number
        const cosine = cosines[example] as number
        if (cosine === 0) touched[count++] = example
        cosines[example] = cosine + value * (strengths[at] as number)
      }
    }
    const closest = new Float32Array(classCount)
    for (let n = 0; n < count; n++) {
      const example = touched[n] as number
      const c = classes[example] as number
      const cosine = cosines[example] as number
      cosines[example] = 0
      if (cosine > (closest[c] as number) && !held?.has(example)) closest[c] = cosine
    }
    return closest
  }

  /** Sets the closeness of some classes to what it is by all words. */
  compareShared(
    vector: SparseVector,
    closeness: Float32Array,
    { among, held }: { among: readonly number[]; held?: ReadonlySet<number> | undefined },
  ): void {
    this.#withMessage(vector, () => {
      for (const c of among) closeness[c] = this.#nearest(c, held)?.cosine ?? 0
    })
  }

  /** The example of a class that a message comes closest to, and the cosine of the two; null if they share no word. */
  nearestOf(classIndex: number, vector: SparseVector): Near | null {
    return this.#withMessage(vector, () => this.#nearest(classIndex))
  }

  #withMessage<T>(vector: SparseVector, work: () => T): T {
    const words = wordsOf(vector, this.#message.length)
    setAt(this.#message, words)
    const result = work()
    clearAt(this.#message, words)
    return result
  }

  #nearest(classIndex: number, held?: ReadonlySet<number>): Near | null {
    let nearest: Near | null = null
    const end = this.#starts[classIndex + 1] as number
    for (let example = this.#starts[classIndex] as number; example < end; example++) {
      const cosine = dot(this.#model.examples, example, this.#message)
      if (cosine > (nearest?.cosine ?? 0) && !held?.has(example)) nearest = { example, cosine }
    }
    return nearest
  }
}

type Near = { example: number; cosine: number }

/** Learns which examples hold which words: the first `wordCount` places of their vectors. */
export function learnNearest(
  vectors: readonly SparseVector[],
  classes: Int32Array,
  { classCount, wordCount }: { classCount: number; wordCount: number },
): NearestModel {
  const examples = toRows(vectors.map((vector) => wordsOf(vector, wordCount)))
  const holders = transpose(examples, wordCount)
  if (vectors.length <= fewExamples) return { holders, examples, classes, classCount }
  const isShared = (word: number) =>
    (holders.starts[word + 1] as number) - (holders.starts[word] as number) > mostHolders
  const rare = vectors.map((vector) => pick(wordsOf(vector, wordCount), (word) => !isShared(word)))
  return { holders: transpose(toRows(rare), wordCount), examples, classes, classCount }
}

function wordsOf({ indices, values }: SparseVector, wordCount: number): SparseVector {
  const end = indices.findIndex((index) => index >= wordCount)
  return end < 0
    ? { indices, values }
    : { indices: indices.subarray(0, end), values: values.subarray(0, end) }
}

function dot({ starts, indices, values }: SparseRows, row: number, dense: Float32Array): number {
  let sum = 0
  const end = starts[row + 1] as number
  for (let at = starts[row] as number; at < end; at++) {
    sum += (values[at] as number) * (dense[indices[at] as number] as number)
  }
  return sum
}

function startsOf({ classes, classCount }: NearestModel): Int32Array {
  const starts = new Int32Array(classCount + 1)
  for (const c of classes) starts[c + 1] = (starts[c + 1] as number) + 1
  for (let c = 0; c < classCount; c++)
    starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number)
  return starts
}
