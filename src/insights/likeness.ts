/** A form as a vector of length 1: its features, by number, with their weights. */
export type FormVector = readonly (readonly [feature: number, weight: number])[]

/** A word says more than one of the runs of letters in it. */
const WORD_WEIGHT = 2

/** Among fewer forms than this, that something stands in one of them alone says little. */
const FEW = 20

/**
 * Forms (see `toForm`) as vectors that can be compared: by their words and runs of three letters, of which the rare
 * ones count for more (tf-idf and cosine; Salton & Buckley 1988), so that a typing error or another order does not part
 * what is alike.
 */
export function toVectors(forms: readonly string[]): FormVector[] {
  const numbers = new Map<string, number>()
  const spread: number[] = []
  const found = forms.map((form) =>
    [...featuresOf(form)].map((feature) => {
      const number = numbers.get(feature) ?? numbers.size
      numbers.set(feature, number)
      spread[number] = (spread[number] ?? 0) + 1
      return { number, weight: isWord(feature) ? WORD_WEIGHT : 1 }
    }),
  )
  return found.map((features) => {
    const weights = features.map(
      ({ number, weight }) => weight * Math.log((forms.length + FEW) / ((spread[number] ?? 0) + 1)),
    )
    const length = Math.hypot(...weights) || 1
    return features.map(({ number }, index) => [number, (weights[index] ?? 0) / length] as const)
  })
}

/** Which vectors have a feature, and its weight in each. */
type Holders = { owners: number[]; weights: number[] }

/** Finds the vector most like another among those that were added, numbered in their order. */
export class NearestVector {
  readonly #holders = new Map<number, Holders>()
  /** Of each vector that was added, to the one that is looked for. */
  readonly #likeness: Float64Array
  #size = 0

  /** @param capacity how many vectors are added at most */
  constructor(capacity: number) {
    this.#likeness = new Float64Array(capacity)
  }

  add(vector: FormVector): void {
    for (const [feature, weight] of vector) {
      const holders = this.#holders.get(feature) ?? { owners: [], weights: [] }
      holders.owners.push(this.#size)
      holders.weights.push(weight)
      this.#holders.set(feature, holders)
    }
    this.#size += 1
  }

  /** The first of those most like it, if one reaches `least` (cosine, 0 to 1); else null. */
  find(vector: FormVector, least: number): number | null {
    const likeness = this.#likeness.fill(0)
    for (const [feature, weight] of vector) {
      const { owners = [], weights = [] } = this.#holders.get(feature) ?? {}
      for (let at = 0; at < owners.length; at++) {
        // Both lists are equally long.
        ;(likeness[owners[at] as number] as number) += weight * (weights[at] as number)
      }
    }
    let best = 0
    for (let at = 1; at < this.#size; at++) {
      if ((likeness[at] as number) > (likeness[best] as number)) best = at
    }
    return this.#size > 0 && (likeness[best] as number) >= least ? best : null
  }
}

/** Words, marked by a `=`, and runs of three letters over the whole form, its blanks included. */
function featuresOf(form: string): Set<string> {
  const padded = ` ${form} `
  const features = new Set(form.split(' ').map((word) => `=${word}`))
  for (let at = 0; at + 3 <= padded.length; at++) features.add(padded.slice(at, at + 3))
  return features
}

const isWord = (feature: string) => feature.startsWith('=')
