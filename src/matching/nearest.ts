import type { SparseRows, SparseVector } from './sparse-rows'

/** What {@link NearestExamples} knows, as plain data. */
export type NearestModel = {
  /** Which examples hold each word, and how strongly: a row a word. */
  holders: SparseRows
  /** The class of each example. */
  classes: Int32Array
  classCount: number
}

/** The examples by the words they contain, to find how close a message comes to its nearest. */
export class NearestExamples {
  readonly model: NearestModel
  /** Of the message at hand and each example; allocating it each time would take longer than filling it. */
  readonly #cosines: Float32Array

  constructor(model: NearestModel) {
    this.model = model
    this.#cosines = new Float32Array(model.classes.length)
  }

  /**
   * For every class the cosine, 0 to 1, of the message and the class's nearest example. Examples
   * in `held` do not count.
   */
  closeness(vector: SparseVector, held?: ReadonlySet<number>): Float32Array {
    const { classes, classCount } = this.model
    const cosines = this.#compare(vector)
    const closest = new Float32Array(classCount)
    for (let example = 0; example < cosines.length; example++) {
      const c = classes[example] as number
      const cosine = cosines[example] as number
      if (cosine > (closest[c] as number) && !held?.has(example)) closest[c] = cosine
    }
    return closest
  }

  /** The example of a class that a message comes closest to, and the cosine of the two; null if they share no word. */
  nearestOf(classIndex: number, vector: SparseVector): { example: number; cosine: number } | null {
    let nearest: { example: number; cosine: number } | null = null
    for (const [example, cosine] of this.#compare(vector).entries()) {
      if (this.model.classes[example] !== classIndex || cosine <= (nearest?.cosine ?? 0)) continue
      nearest = { example, cosine }
    }
    return nearest
  }

  /** The cosine of a message and each example. */
  #compare({ indices, values }: SparseVector): Float32Array {
    const { starts, indices: examples, values: strengths } = this.model.holders
    const cosines = this.#cosines.fill(0)
    for (const [i, word] of wordsOf(indices, starts.length - 1).entries()) {
      const value = values[i] as number
      const end = starts[word + 1] as number
      for (let at = starts[word] as number; at < end; at++) {
        const example = examples[at] as number
        cosines[example] = (cosines[example] as number) + value * (strengths[at] as number)
      }
    }
    return cosines
  }
}

function wordsOf(indices: Int32Array, wordCount: number): Int32Array {
  const end = indices.findIndex((index) => index >= wordCount)
  return end < 0 ? indices : indices.subarray(0, end)
}
