import { type Features, toLetters } from './features'
import type { SparseVector } from './sparse-rows'

type Block = keyof Features

/** How much each kind of feature counts, as the length of its part of the vector; words first. */
const blocks: readonly (readonly [Block, number])[] = [
  ['word', 1],
  ['marked', 0.8],
  ['letters', 1],
  ['concept', 0.6],
]

/** What a marked word's presence adds as such: intents that turn on one word need its full size. */
const presenceWeight = 0.25

/** Runs of letters seen in fewer examples than this say nothing about an intent. */
const rarestRun = 2

/** What a {@link FeatureSpace} knows, as plain data. */
export type FeatureSpaceModel = {
  /** The place of each feature in the vectors; those of words and pairs of words without marks come first. */
  places: Readonly<Record<Block, ReadonlyMap<string | number, number>>>
  /** The weight of each place, and that of a feature never seen. */
  rarity: Float64Array
  rarest: number
}

/**
 * Turns features into sparse vectors: TF-IDF with logarithmic counts, each kind scaled to its own
 * length, and the presence of marked words without either. Features never seen have no place in the vector but
 * count in its length, so that an unknown question comes out short.
 */
export class FeatureSpace {
  readonly model: FeatureSpaceModel
  /** How often each feature occurs in the message at hand; all zero in between. */
  readonly #counts: Float64Array
  /** Places of words and pairs of words without marks come first: 0 to this. */
  readonly wordCount: number
  /** How many places a vector has; the last is a constant. */
  readonly size: number

  constructor(model: FeatureSpaceModel) {
    this.model = model
    this.wordCount = model.places.word.size
    this.#counts = new Float64Array(model.rarity.length)
    this.size = model.rarity.length + 1
  }

  /** The space that the features of some examples span. */
  static of(examples: readonly Features[]): FeatureSpace {
    const rarity: number[] = []
    const rarityOf = (count: number) => Math.log((1 + examples.length) / (1 + count)) + 1
    const placesOf = (block: Block) => {
      const places = new Map<string | number, number>()
      for (const [term, count] of spreadOf(examples, block)) {
        if (block === 'letters' && count < rarestRun) continue
        places.set(term, rarity.length)
        rarity.push(rarityOf(count))
      }
      return places
    }
    const places = {
      word: placesOf('word'),
      marked: placesOf('marked'),
      letters: placesOf('letters'),
      concept: placesOf('concept'),
    }
    return new FeatureSpace({
      places,
      rarity: Float64Array.from(rarity),
      rarest: rarityOf(0),
    })
  }

  /** The vector of a message. Its words without marks come first. */
  vectorOf(features: Features): SparseVector {
    const indices: number[] = []
    const values: number[] = []
    const { places, rarity } = this.model
    for (const [block, weight] of blocks) {
      const from = indices.length
      let square = this.#count(features[block], places[block], indices)
      for (let i = from; i < indices.length; i++) {
        const place = indices[i] as number
        const value = (1 + Math.log(this.#counts[place] as number)) * (rarity[place] as number)
        this.#counts[place] = 0
        square += value * value
        values.push(value)
      }
      const scale = square > 0 ? weight / Math.sqrt(square) : 0
      const presence = block === 'marked' ? presenceWeight : 0
      for (let i = from; i < values.length; i++) {
        values[i] = (values[i] as number) * scale + presence
      }
    }
    indices.push(this.size - 1)
    values.push(1)
    return { indices: Int32Array.from(indices), values: Float32Array.from(values) }
  }

  /** The names of the places that features have: `word dang ky`, `letters _da`. */
  namesOf(features: Features): Map<number, string> {
    const names = new Map<number, string>([[this.size - 1, 'constant']])
    for (const [block] of blocks) {
      for (const term of features[block]) {
        const place = this.model.places[block].get(term)
        if (place === undefined) continue
        names.set(place, `${block} ${typeof term === 'number' ? toLetters(term) : term}`)
      }
    }
    return names
  }

  /** Counts the known terms, listing their places, and gives the squared length of the unknown. */
  #count(
    terms: readonly (string | number)[],
    places: ReadonlyMap<string | number, number>,
    indices: number[],
  ): number {
    let unknown = 0
    for (const term of terms) {
      const place = places.get(term)
      if (place === undefined) {
        unknown += 1
        continue
      }
      const count = this.#counts[place] as number
      if (count === 0) indices.push(place)
      this.#counts[place] = count + 1
    }
    return unknown * this.model.rarest ** 2
  }
}

/** In how many examples each term of a kind occurs. */
function spreadOf(examples: readonly Features[], block: Block): Map<string | number, number> {
  const spread = new Map<string | number, number>()
  for (const features of examples) {
    const terms: readonly (string | number)[] = features[block]
    for (const term of new Set(terms)) spread.set(term, (spread.get(term) ?? 0) + 1)
  }
  return spread
}
