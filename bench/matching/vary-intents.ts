import type { Intent } from '../../src/matching/train-matcher'

/** Examples that a varied intent keeps: a large knowledge base has few for each entry. */
const EXAMPLES = 8
/** Of a sentence's words, every so-many-th is replaced. */
const REPLACED = 3

const ONSETS = [
  'b',
  'ch',
  'd',
  'g',
  'h',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'ph',
  'qu',
  'r',
  's',
  'th',
  'tr',
]
const RHYMES = [
  'an',
  'ach',
  'ăng',
  'ân',
  'eo',
  'ênh',
  'iêm',
  'in',
  'oan',
  'oi',
  'ôt',
  'ơm',
  'ua',
  'ung',
  'ươi',
  'ut',
]

/**
 * Makes as many intents as are wanted out of real ones: each copy says the same in its own words, as another campaign's
 * entries would. The words are Vietnamese syllables, and the same for every run.
 */
export function varyIntents(intents: readonly Intent[], count: number): Intent[] {
  return Array.from({ length: count }, (_, number) => {
    const intent = intents[number % intents.length] as Intent
    const copy = Math.floor(number / intents.length)
    const examples = intent.examples.slice(0, EXAMPLES).map((text) => vary(text, copy, number))
    return { id: `${intent.id}-${copy}`, examples }
  })
}

/** What is asked of the varied intents: every example of the real ones that was not learnt, in each copy's words. */
export function varyQuestions(
  intents: readonly Intent[],
  count: number,
): { text: string; topic: string }[] {
  return Array.from({ length: count }, (_, number) => {
    const { id, examples } = intents[number % intents.length] as Intent
    const copy = Math.floor(number / intents.length)
    return examples
      .slice(EXAMPLES)
      .map((text) => ({ text: vary(text, copy, number), topic: `${id}-${copy}` }))
  }).flat()
}

function vary(text: string, copy: number, number: number): string {
  if (copy === 0) return text
  return text
    .split(' ')
    .map((word, place) => (place % REPLACED === 0 ? newWord(copy * 7 + number * 13 + place) : word))
    .join(' ')
}

function newWord(seed: number): string {
  const onset = ONSETS[seed % ONSETS.length] ?? ''
  return onset + (RHYMES[Math.floor(seed / ONSETS.length) % RHYMES.length] ?? '')
}
