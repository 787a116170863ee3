import type { SparseVector } from './linear-model'

/** What {@link NearestExamples} knows, as plain data: which examples hold each word, and how strongly. */
export type NearestModel = {
  /** The postings of word `w` stand from `starts[w]` to `starts[w + 1]`. */
  starts: Int32Array
  examples: Int32Array
  values: Float32Array
  /** The class of each example. */
  classes: Int32Array
  classCount: number
}

/** The examples by the words they contain, to find how close a message comes to its nearest. */
export class NearestExamples {
  readonly model: NearestModel

  constructor(model: NearestModel) {
    this.model = model
  }

  /** Only the first `wordCount` places of the vectors count; they come first in each. */
  static of(
    vectors: readonly SparseVector[],
    wordCount: number,
    { classes, classCount }: { classes: Int32Array; classCount: number },
  ): NearestExamples {
    const starts = new Int32Array(wordCount + 1)
    for (const { indices } of vectors) {
      for (const word of wordsOf(indices, wordCount)) starts[word + 1] = (starts[word + 1] ?? 0) + 1
    }
    for (let w = 0; w < wordCount; w++) {
      starts[w + 1] = (starts[w + 1] ?? 0) + (starts[w] ?? 0)
    }
    const next = starts.slice()
    const examples = new Int32Array(starts[wordCount] ?? 0)
    const strengths = new Float32Array(examples.length)
    for (const [example, { indices, values }] of vectors.entries()) {
      for (const [i, word] of wordsOf(indices, wordCount).entries()) {
        const at = next[word] ?? 0
        next[word] = at + 1
        examples[at] = example
        strengths[at] = values[i] ?? 0
      }
    }
    return new NearestExamples({ starts, examples, values: strengths, classes, classCount })
  }

  /**
   * For every class the cosine, 0 to 1, of the message and the class's nearest example. Examples
   * in `held` do not count.
   */
  closeness({ indices, values }: SparseVector, held?: ReadonlySet<number>): Float32Array {
    const { starts, examples, values: strengths, classes, classCount } = this.model
    const cosines = new Float32Array(classes.length)
    for (const [i, word] of wordsOf(indices, starts.length - 1).entries()) {
      const value = values[i] as number
      const end = starts[word + 1] as number
      for (let at = starts[word] as number; at < end; at++) {
        const example = examples[at] as number
        cosines[example] = (cosines[example] as number) + value * (strengths[at] as number)
      }
    }
    const closest = new Float32Array(classCount)
    for (let example = 0; example < cosines.length; example++) {
      const c = classes[example] as number
      const cosine = cosines[example] as number
      if (cosine > (closest[c] as number) && !held?.has(example)) closest[c] = cosine
    }
    return closest
  }
}

function wordsOf(indices: Int32Array, wordCount: number): Int32Array {
  const end = indices.findIndex((index) => index >= wordCount)
  return end < 0 ? indices : indices.subarray(0, end)
}
