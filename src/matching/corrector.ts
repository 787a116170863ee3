import Fuse from 'fuse.js'
import { perWord } from '../text/per-word'
import { typingDistance } from './typing-distance'

/** A known word that an unknown one may stand for, and how far apart the two are. */
export type Correction = { word: string; distance: number }

/** Half of a short word may be wrong: a swap of two letters is two errors to fuse.js. */
const fuseOptions = { ignoreLocation: true, threshold: 0.6 }
const mostFound = 5

/**
 * Finds known words close to an unknown one, all without marks. fuse.js finds them among the words
 * that begin or end alike; what thumbs and ears confuse decides their order.
 */
export class Corrector {
  /** The words of a length with a first letter (`5a…`) and with a last one (`5…a`): a slip seldom hits both. */
  readonly #byEnds = new Map<string, Fuse<string>>()

  constructor(words: readonly string[]) {
    const groups = new Map<string, string[]>()
    for (const word of words) {
      if (word.length < 2 || /\d/.test(word)) continue
      for (const end of endsOf(word, word.length))
        groups.set(end, [...(groups.get(end) ?? []), word])
    }
    for (const [end, group] of groups) this.#byEnds.set(end, new Fuse(group, fuseOptions))
  }

  /** At most five known words, nearest first; none for words of one letter or over sixteen. */
  readonly correct = perWord((word: string): readonly Correction[] =>
    word.length < 2 || word.length > 16 || /\d/.test(word) ? [] : this.#search(word),
  )

  #search(word: string): Correction[] {
    const furthest = word.length <= 3 ? 1 : word.length <= 5 ? 1.5 : 2
    const found = lengthsAround(word.length, Math.ceil(furthest)).flatMap((length) =>
      endsOf(word, length).flatMap(
        (end) => this.#byEnds.get(end)?.search(word, { limit: 12 }) ?? [],
      ),
    )
    return [...new Set(found.map(({ item }) => item))]
      .map((item) => ({ word: item, distance: typingDistance(word, item) }))
      .filter(({ distance }) => distance <= furthest)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, mostFound)
  }
}

function endsOf(word: string, length: number): [string, string] {
  return [`${length}${word[0]}…`, `${length}…${word.at(-1)}`]
}

function lengthsAround(length: number, most: number): number[] {
  return Array.from({ length: 2 * most + 1 }, (_, i) => length - most + i)
}
