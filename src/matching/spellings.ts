import type { Lexicon } from '../text/lexicon'
import { toTokens } from '../text/to-tokens'

/** What chat spellings, abbreviations and dialect words stand for. */
export class Spellings {
  readonly #readings = new Map<string, readonly (readonly string[])[]>()

  constructor({ spellings }: Lexicon) {
    for (const [typed, readings] of Object.entries(spellings)) {
      this.#readings.set(toTokens(typed).join(' '), readings.map(toTokens))
    }
  }

  /**
   * The readings of a word, likeliest first; none if it is no chat spelling. A reading that begins
   * with the word before is none either: `nhiêu` is `bao nhiêu`, but not in `bao nhiêu`.
   */
  readingsOf(word: string, before?: string): readonly (readonly string[])[] {
    const readings = this.#readings.get(word) ?? []
    return readings.filter(([first]) => first !== before)
  }

  /** A sentence with every chat spelling in its likeliest reading. */
  write(words: readonly string[]): string[] {
    return words.flatMap((word, i) => this.readingsOf(word, words[i - 1])[0] ?? [word])
  }
}
