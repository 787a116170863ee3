import { ClassWeights } from './class-weights'
import { type SparseRows, toRows, transpose } from './sparse-rows'

/** Up to so many examples times classes, every class is learned from all examples. Three hundred classes of forty have fewer. */
const mostPairs = 4_000_000
/** Else from its own and those of about so many other classes. */
const mostClasses = 100
/** Classes are found by the rarest features first, until about so many places were seen. */
const mostPlaces = 30_000
/** Into so many steps the likeness of classes is divided, to find the nearest without sorting them. */
const likenessSteps = 256

/**
 * Chooses what a class is learned from: all examples, or where there are very many its own and those of the classes
 * that are hardest to tell from it. Nearly all have nothing to do with it then, and looking at each for each class
 * would take minutes.
 */
export class NearExamples {
  readonly #classes: Int32Array
  readonly #all: Int32Array
  /** Made only where there are very many. */
  readonly #index: ClassIndex | null

  /** @param classes the class of each row */
  constructor(
    rows: SparseRows,
    classes: Int32Array,
    counts: { classes: number; features: number },
  ) {
    this.#classes = classes
    this.#all = Int32Array.from(classes.keys())
    this.#index =
      classes.length * counts.classes > mostPairs
        ? new ClassIndex(rows, membersOf(classes, counts.classes), counts.features)
        : null
  }

  /** The examples from which a class is best learned. */
  of(own: number): Int32Array {
    return this.#index ? this.#index.near(own) : this.#all
  }
}

/** The classes by the features of their examples. */
class ClassIndex {
  readonly #members: readonly Int32Array[]
  /** For each class its examples added up, and for each feature the classes that have it. */
  readonly #sums: SparseRows
  readonly #holders: SparseRows
  readonly #likeness: Float32Array

  constructor(rows: SparseRows, members: readonly Int32Array[], featureCount: number) {
    const sum = new ClassWeights(rows, featureCount)
    this.#members = members
    this.#sums = toRows(
      members.map((examples) => {
        sum.clear()
        for (const example of examples) sum.add(example, 1)
        return sum.toVector()
      }),
    )
    this.#holders = transpose(this.#sums, featureCount)
    this.#likeness = new Float32Array(members.length)
  }

  /** The examples of a class and of those nearest to it. */
  near(own: number): Int32Array {
    const likeness = this.#likeness
    const seen = this.#liken(own)
    const bar = barFor(seen, likeness)
    const nearest = seen.filter((c) => c !== own && (likeness[c] as number) >= bar)
    for (const c of seen) likeness[c] = 0
    return Int32Array.from([own, ...nearest].flatMap((c) => [...(this.#members[c] ?? [])]))
  }

  /** Sets how like a class the others are, and lists those that are like it at all. */
  #liken(own: number): number[] {
    const sums = this.#sums
    const { starts, indices, values } = this.#holders
    const spread = (feature: number) =>
      (starts[feature + 1] as number) - (starts[feature] as number)
    const places = Int32Array.from(
      { length: (sums.starts[own + 1] as number) - (sums.starts[own] as number) },
      (_, i) => (sums.starts[own] as number) + i,
    ).sort((a, b) => spread(sums.indices[a] as number) - spread(sums.indices[b] as number))
    const seen: number[] = []
    let count = 0
    for (const place of places) {
      const feature = sums.indices[place] as number
      const value = sums.values[place] as number
      for (let at = starts[feature] as number; at < (starts[feature + 1] as number); at++) {
        const c = indices[at] as number
        if (this.#likeness[c] === 0) seen.push(c)
        this.#likeness[c] = (this.#likeness[c] as number) + value * (values[at] as number)
      }
      count += spread(feature)
      if (count > mostPlaces) break
    }
    return seen
  }
}

/** The likeness that about {@link mostClasses} of the classes reach. */
function barFor(classes: readonly number[], likeness: Float32Array): number {
  const most = classes.reduce((max, c) => Math.max(max, likeness[c] as number), 0)
  const counts = new Int32Array(likenessSteps + 1)
  for (const c of classes) {
    const step = Math.floor(((likeness[c] as number) * likenessSteps) / most)
    counts[step] = (counts[step] as number) + 1
  }
  let step = likenessSteps
  let count = counts[step] as number
  while (step > 0 && count + (counts[step - 1] as number) <= mostClasses) {
    step -= 1
    count += counts[step] as number
  }
  return (step * most) / likenessSteps
}

/** The examples of each class. */
function membersOf(classes: Int32Array, classCount: number): Int32Array[] {
  const members: number[][] = Array.from({ length: classCount }, () => [])
  for (const [example, c] of classes.entries()) members[c]?.push(example)
  return members.map((examples) => Int32Array.from(examples))
}
