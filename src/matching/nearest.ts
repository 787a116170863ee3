import type { SparseVector } from './linear-model'

/** The examples by the words they contain, to find how close a message comes to its nearest. */
export class NearestExamples {
  /** The postings of word `w` stand from `starts[w]` to `starts[w + 1]`. */
  readonly #starts: Int32Array
  readonly #examples: Int32Array
  readonly #values: Float32Array
  readonly #classes: Int32Array
  readonly #classCount: number
  readonly #wordCount: number

  /** Only the first `wordCount` places of the vectors count; they come first in each. */
  constructor(
    vectors: readonly SparseVector[],
    wordCount: number,
    { classes, classCount }: { classes: Int32Array; classCount: number },
  ) {
    this.#classes = classes
    this.#classCount = classCount
    this.#wordCount = wordCount
    this.#starts = new Int32Array(wordCount + 1)
    for (const { indices } of vectors) {
      for (const word of this.#words(indices))
        this.#starts[word + 1] = (this.#starts[word + 1] ?? 0) + 1
    }
    for (let w = 0; w < wordCount; w++) {
      this.#starts[w + 1] = (this.#starts[w + 1] ?? 0) + (this.#starts[w] ?? 0)
    }
    const next = this.#starts.slice()
    this.#examples = new Int32Array(this.#starts[wordCount] ?? 0)
    this.#values = new Float32Array(this.#examples.length)
    for (const [example, { indices, values }] of vectors.entries()) {
      for (const [i, word] of this.#words(indices).entries()) {
        const at = next[word] ?? 0
        next[word] = at + 1
        this.#examples[at] = example
        this.#values[at] = values[i] ?? 0
      }
    }
  }

  /**
   * For every class the cosine, 0 to 1, of the message and the class's nearest example. Examples
   * in `held` do not count.
   */
  closeness({ indices, values }: SparseVector, held?: ReadonlySet<number>): Float32Array {
    const cosines = new Float32Array(this.#classes.length)
    for (const [i, word] of this.#words(indices).entries()) {
      const value = values[i] as number
      const end = this.#starts[word + 1] as number
      for (let at = this.#starts[word] as number; at < end; at++) {
        const example = this.#examples[at] as number
        cosines[example] = (cosines[example] as number) + value * (this.#values[at] as number)
      }
    }
    const closest = new Float32Array(this.#classCount)
    for (let example = 0; example < cosines.length; example++) {
      const c = this.#classes[example] as number
      const cosine = cosines[example] as number
      if (cosine > (closest[c] as number) && !held?.has(example)) closest[c] = cosine
    }
    return closest
  }

  #words(indices: Int32Array): Int32Array {
    const end = indices.findIndex((index) => index >= this.#wordCount)
    return end < 0 ? indices : indices.subarray(0, end)
  }
}
