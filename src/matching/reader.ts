import { fold } from '../text/fold'
import { isUnmarkedSyllable, parseSyllable } from '../text/syllable'
import { decodeTelex, decodeVni } from '../text/telex'
import { toTokens } from '../text/to-tokens'
import { Corrector } from './corrector'
import type { Spellings } from './spellings'
import type { Vocabulary } from './vocabulary'

/** A message as it was typed and as it is taken to be meant. */
export type Reading = {
  /** The words as typed, in normal form. */
  typed: string[]
  /** The words in proper Vietnamese, as far as the vocabulary knows them. */
  words: string[]
  /** How many of the words are not known at all. */
  unknown: number
  /** How each word was read; two where they were torn apart. */
  steps: { typed: string; words: readonly string[] }[]
}

/** One way to read a place in the message; its cost says how unlikely people type it so. */
type Option = { words: readonly string[]; cost: number; span: 1 | 2; known: boolean }
/** What the second and each further reading of a chat spelling costs. */
const readAgain = 0.5
/** What it costs to take a word for another that differs in its marks. */
const misspelt = 2.5

/** What is known of the message around a word. */
type Place = { hasMarks: boolean; before: string | undefined }
type Step = { score: number; option: Option | null; from: Step | null; last: string | undefined }

/** Words in normal form that carry a mark. */
const marked = /[^a-z\d]/

/**
 * Reads messages as people type them: chat spelling, missing marks, raw Telex and VNI keystrokes,
 * typing errors, words run together or torn apart. Every word has several readings with a cost;
 * the likeliest way through them is found with the pairs of words known from the examples
 * (Viterbi). A word that is known as typed keeps its spelling.
 */
export class Reader {
  readonly #spellings: Spellings
  readonly #vocabulary: Vocabulary
  readonly #corrector: Corrector

  constructor(vocabulary: Vocabulary, spellings: Spellings) {
    this.#vocabulary = vocabulary
    this.#spellings = spellings
    this.#corrector = new Corrector(vocabulary.foldedWords())
  }

  /** The likeliest reading of a message. */
  read(text: string): Reading {
    const typed = toTokens(text)
    const options = this.#optionsOf(typed)
    const best = this.#likeliest(options)
    let at = 0
    const steps = best.map(({ span, words }) => {
      at += span
      return { typed: typed.slice(at - span, at).join(' '), words }
    })
    return {
      steps,
      typed,
      words: best.flatMap((option) => option.words),
      unknown: best.filter((option) => !option.known).length,
    }
  }

  #optionsOf(typed: readonly string[]): Option[][] {
    const vni = typed.map(decodeVni)
    const isVni = vni.filter((word) => word !== null).length > 1
    const telex = typed.map(decodeTelex)
    const hasMarks = typed.some((word) => marked.test(word)) || telex.some((word) => word !== null)
    return typed.map((word, i) => {
      const decoded = telex[i] ?? (isVni ? (vni[i] ?? null) : null)
      const options = this.#optionsOfWord(word, decoded, { hasMarks, before: typed[i - 1] })
      const joined = word + (typed[i + 1] ?? word)
      if (i + 1 < typed.length && this.#isSplit(joined, word, typed[i + 1] ?? '')) {
        for (const form of this.#vocabulary.formsOf(fold(joined))) {
          options.push({ words: [form], cost: 1, span: 2, known: true })
        }
      }
      return options
    })
  }

  #isSplit(joined: string, first: string, second: string): boolean {
    return !this.#isKnown(first) || !this.#isKnown(second) ? joined.length >= 4 : false
  }

  #isKnown(word: string): boolean {
    return this.#vocabulary.formsOf(fold(word)).length > 0
  }

  #optionsOfWord(word: string, decoded: string | null, { hasMarks, before }: Place): Option[] {
    const known = this.#vocabulary.has(word)
    const folded = fold(word)
    const options: Option[] = this.#spellings.readingsOf(word, before).map((words, i) => {
      return { words, cost: i * readAgain, span: 1, known: true }
    })
    if (known && marked.test(word)) return [...options, one(word, options.length > 0 ? 2 : 0)]
    if (decoded && !known) options.push(...this.#formsLike(decoded, 0, misspelt))
    // Without marks anywhere, any word that looks the same without them is as good as typed.
    const unmarked = folded === word && !hasMarks
    options.push(...this.#formsLike(word, options.length > 0 ? 2 : 0, unmarked ? 0 : misspelt))
    if (options.some((option) => option.known)) return options
    return [...options, ...this.#guesses(folded)]
  }

  /** The word itself and the known words that differ from it in nothing but marks. */
  #formsLike(word: string, cost: number, otherCost: number): Option[] {
    const others = this.#vocabulary.formsOf(fold(word)).filter((form) => form !== word)
    const options = others.map((form) => one(form, cost + otherCost))
    if (this.#vocabulary.has(word)) options.push(one(word, cost))
    else if (otherCost > 0 || others.length === 0) {
      options.push({ ...one(word, cost + this.#strangeness(word)), known: false })
    }
    return options
  }

  #guesses(folded: string): Option[] {
    const options: Option[] = []
    for (const { word, distance } of this.#corrector.correct(folded)) {
      for (const form of this.#vocabulary.formsOf(word)) {
        options.push({ words: [form], cost: 1 + 2.5 * distance, span: 1, known: true })
      }
    }
    for (let cut = 2; cut <= folded.length - 2; cut++) {
      for (const first of this.#vocabulary.formsOf(folded.slice(0, cut))) {
        for (const second of this.#vocabulary.formsOf(folded.slice(cut))) {
          options.push({ words: [first, second], cost: 2, span: 1, known: true })
        }
      }
    }
    return options
  }

  /** What it costs to leave an unknown word alone: least for a proper syllable or a number. */
  #strangeness(word: string): number {
    if (/\d/.test(word) || parseSyllable(word)) return -6
    return isUnmarkedSyllable(word) ? -5 : -2
  }

  #likeliest(options: readonly Option[][]): Option[] {
    const ends: Step[][] = options.map(() => [])
    const start: Step = { score: 0, option: null, from: null, last: undefined }
    for (const [i, here] of options.entries()) {
      for (const option of here) {
        const step = this.#bestStep(i === 0 ? [start] : (ends[i - 1] ?? []), option)
        if (step) ends[i + option.span - 1]?.push(step)
      }
    }
    const path: Option[] = []
    let step = best(ends.at(-1) ?? [])
    for (; step?.option; step = step.from) path.push(step.option)
    return path.reverse()
  }

  #bestStep(before: readonly Step[], option: Option): Step | null {
    let found: Step | null = null
    for (const from of before) {
      let score = from.score - option.cost
      let last = from.last
      for (const word of option.words) {
        score += this.#vocabulary.likelihood(word, last)
        last = word
      }
      if (!found || score > found.score) found = { score, option, from, last }
    }
    return found
  }
}

function one(word: string, cost: number): Option {
  return { words: [word], cost, span: 1, known: true }
}

function best(steps: readonly Step[]): Step | null {
  return steps.reduce<Step | null>((a, b) => (a && a.score >= b.score ? a : b), null)
}
