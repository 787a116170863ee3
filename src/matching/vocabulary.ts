import { fold } from '../text/fold'

/** The number that stands before the first word of every sentence. */
const START = 0
/** More words than any vocabulary has, to make one number of two. */
const PAIR = 2 ** 20

/** The words of the examples: how often each occurs, after which other, and its unmarked form. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly #counts: number[] = [0]
  readonly #pairs = new Map<number, number>()
  readonly #forms = new Map<string, string[]>()
  #total = 0

  /** Counts the words of a sentence, and each pair of neighbours. */
  add(words: readonly string[]): void {
    let previous = START
    this.#counts[START] = (this.#counts[START] ?? 0) + 1
    for (const word of words) {
      const number = this.#numbers.get(word) ?? this.#addWord(word)
      this.#counts[number] = (this.#counts[number] ?? 0) + 1
      const pair = previous * PAIR + number
      this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + 1)
      this.#total += 1
      previous = number
    }
  }

  has(word: string): boolean {
    return this.#numbers.has(word)
  }

  /** The known spellings of an unmarked word: `ma` → `mã`, `mà`, `má`. */
  formsOf(folded: string): readonly string[] {
    return this.#forms.get(folded) ?? []
  }

  /** Every known word without marks, once. */
  foldedWords(): string[] {
    return [...this.#forms.keys()]
  }

  /**
   * How likely a word is after another (or at the beginning), as a natural logarithm: pairs seen,
   * backed by the word's own frequency (linear interpolation), so that no word is impossible.
   */
  likelihood(word: string, previous?: string): number {
    const number = this.#numbers.get(word)
    const before = previous === undefined ? START : this.#numbers.get(previous)
    const count = number === undefined ? 0 : (this.#counts[number] ?? 0)
    const alone = (count + 0.02) / (this.#total + 1)
    if (number === undefined || before === undefined) return Math.log(0.3 * alone)
    const pair = this.#pairs.get(before * PAIR + number) ?? 0
    return Math.log(0.7 * (pair / (this.#counts[before] ?? 1)) + 0.3 * alone)
  }

  #addWord(word: string): number {
    const number = this.#counts.length
    this.#numbers.set(word, number)
    this.#counts.push(0)
    const folded = fold(word)
    const forms = this.#forms.get(folded)
    if (forms) forms.push(word)
    else this.#forms.set(folded, [word])
    return number
  }
}
