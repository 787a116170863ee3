import type { Lexicon } from '../text/lexicon'
import { toTokens } from '../text/to-tokens'

/** Finds the concepts that a message names: the groups of synonyms of which it holds a phrase. */
export class Concepts {
  /** The names that each phrase stands for. */
  readonly #names = new Map<string, string[]>()
  /** The length in words of the longest phrase that begins with a word. */
  readonly #longest = new Map<string, number>()

  constructor({ synonyms }: Lexicon) {
    for (const group of synonyms) {
      const name = toTokens(group[0] ?? '').join(' ')
      for (const phrase of group) this.#add(toTokens(phrase), name)
    }
  }

  /** The names of the concepts, each once, in no particular order. */
  in(words: readonly string[]): string[] {
    const found = new Set<string>()
    for (const [from, word] of words.entries()) {
      const longest = this.#longest.get(word) ?? 0
      for (let end = from + 1; end <= from + longest && end <= words.length; end++) {
        for (const name of this.#names.get(words.slice(from, end).join(' ')) ?? []) found.add(name)
      }
    }
    return [...found]
  }

  #add(words: readonly string[], name: string): void {
    const phrase = words.join(' ')
    const first = words[0] ?? ''
    this.#names.set(phrase, [...(this.#names.get(phrase) ?? []), name])
    this.#longest.set(first, Math.max(this.#longest.get(first) ?? 0, words.length))
  }
}
