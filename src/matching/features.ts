import { fold } from '../text/fold'

/**
 * What a message is compared by, with repetitions: words and pairs of neighbours without marks
 * and with them, runs of two and three letters (each as a number), and the concepts it names.
 */
export type Features = {
  word: string[]
  marked: string[]
  letters: number[]
  concept: string[]
}

/** The features of a message's words. */
export function featuresOf(words: readonly string[], concepts: readonly string[]): Features {
  const folded = words.map(fold)
  return {
    word: withPairs(folded),
    marked: withPairs(words),
    letters: letterRuns(` ${folded.join(' ')} `),
    concept: [...concepts],
  }
}

function withPairs(words: readonly string[]): string[] {
  const all = [...words]
  for (let i = 1; i < words.length; i++) all.push(`${words[i - 1]} ${words[i]}`)
  return all
}

/** Size of the alphabet of runs: ten digits, 26 letters, the space, and one for all the rest. */
const alphabet = 38

function letterRuns(text: string): number[] {
  const codes = Array.from(text, letterCode)
  const runs: number[] = []
  for (let i = 0; i < codes.length; i++) {
    let run = codes[i] ?? 0
    for (let j = i + 1; j < i + 3 && j < codes.length; j++) {
      run = run * alphabet + (codes[j] ?? 0)
      runs.push(run)
    }
  }
  return runs
}

/** The letters of a run, a space as `_` and what is neither letter nor digit as `?`. */
export function toLetters(run: number): string {
  let letters = ''
  for (let rest = run; rest > 0; rest = Math.floor((rest - 1) / alphabet)) {
    const code = ((rest - 1) % alphabet) + 1
    letters =
      (code === alphabet ? '?' : code === alphabet - 1 ? '_' : (code - 1).toString(36)) + letters
  }
  return letters
}

/** 1 to 38; never 0, so that runs of different lengths have different numbers. */
function letterCode(letter: string): number {
  if (letter === ' ') return alphabet - 1
  const code = Number.parseInt(letter, 36)
  return Number.isNaN(code) ? alphabet : code + 1
}
