import { fold } from '../text/fold'
import type { Lexicon } from '../text/lexicon'
import { decodeTelex } from '../text/telex'
import { toTokens } from '../text/to-tokens'

/**
 * How a short message stands to a phrase that it may be.
 * - `same`: the phrase, give or take particles, marks and one mistyped word
 * - `begins`: it begins with the phrase, and little follows
 * - `holds`: the phrase is somewhere in it, and little else
 */
export type PhraseLikeness = 'same' | 'begins' | 'holds'

/** Words around a phrase that still leave it the point of the message. */
const WORDS_AROUND = 5

/** Before a phrase they turn it round: "không đổ chuông" does not hold "đổ chuông". */
const NEGATIONS: ReadonlySet<string> = new Set(['khong', 'chua', 'chang'])

/**
 * Compares messages with the phrases that mean one thing (a command, a choice). Blind to marks, case, raw Telex, chat
 * spellings and particles; but whoever types marks means d or đ.
 */
export class PhraseReader {
  readonly #particles: ReadonlySet<string>
  readonly #spellings: Lexicon['spellings']
  /** Each phrase as words: the same few hundred are compared with every message. */
  readonly #phrases = new Map<string, readonly string[]>()

  constructor({ particles, spellings }: Pick<Lexicon, 'spellings' | 'particles'>) {
    this.#particles = new Set(particles.map(fold))
    this.#spellings = spellings
  }

  /** What {@link liken} takes: folded words without particles, or all where nothing else is left ("ừ", "vâng ạ"). */
  read(text: string): readonly string[] {
    const words = toTokens(text).flatMap((word) =>
      toTokens(this.#spellings[word]?.[0] ?? decodeTelex(word) ?? word),
    )
    const content = words.filter((word) => !this.#particles.has(fold(word)))
    return (content.length > 0 ? content : words).map(foldButD)
  }

  /** The closest likeness of what was said and any of the phrases, or null for none. The phrases are remembered. */
  liken(said: readonly string[], phrases: readonly string[]): PhraseLikeness | null {
    if (said.length === 0) return null
    let closest: PhraseLikeness | null = null
    for (const phrase of phrases) {
      const wanted = this.#wordsOf(phrase)
      if (wanted.length === 0) continue
      if (isSame(said, wanted)) return 'same'
      const at = indexOfRun(said, wanted)
      if (at === -1 || said.length > wanted.length + WORDS_AROUND) continue
      if (at === 0) closest = 'begins'
      // What is left of "có rồi" is "có", which stands in every other question.
      else if (wanted.length > 1 || !phrase.includes(' ')) closest ??= 'holds'
    }
    return closest
  }

  #wordsOf(phrase: string): readonly string[] {
    const known = this.#phrases.get(phrase)
    if (known) return known
    const words = this.read(phrase)
    this.#phrases.set(phrase, words)
    return words
  }
}

/** Takes the marks off. In a word that bore marks, d stands as `D` and đ as `đ`: "dừng" is not "đúng". */
function foldButD(word: string): string {
  const folded = fold(word)
  if (folded === word) return word
  const letters = [...word.normalize('NFD').replace(/\p{M}/gu, '')]
  return letters.map((letter) => (letter === 'd' ? 'D' : letter)).join('')
}

function isSameWord(said: string, wanted: string | undefined): boolean {
  if (wanted === undefined || said === wanted) return said === wanted
  const isUnmarked = !/[Dđ]/.test(said) || !/[Dđ]/.test(wanted)
  return isUnmarked && plainD(said) === plainD(wanted)
}

const plainD = (word: string) => word.replace(/[Dđ]/g, 'd')

function isSame(words: readonly string[], wanted: readonly string[]): boolean {
  if (words.length !== wanted.length) return false
  const wrong = words.filter((word, index) => !isSameWord(word, wanted[index]))
  const typo = wrong.length === 1 && words.length > 1
  return (
    wrong.length === 0 ||
    (typo && isOneSlip(wrong[0] ?? '', wanted[words.indexOf(wrong[0] ?? '')] ?? ''))
  )
}

/** One letter more, less, other, or two swapped; short words are too easily another word. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end++
  const [left, right] = [a.slice(from, a.length - end), b.slice(from, b.length - end)]
  return (
    left.length + right.length <= 2 || (left.length === 2 && left === [...right].reverse().join(''))
  )
}

function indexOfRun(words: readonly string[], run: readonly string[]): number {
  return words.findIndex((_, start) => {
    const isNegated = NEGATIONS.has(words[start - 1] ?? '')
    return !isNegated && run.every((word, offset) => isSameWord(words[start + offset] ?? '', word))
  })
}
