import type { Lexicon } from '../text/lexicon'
import { toTokens } from '../text/to-tokens'
import { Spellings } from './spellings'

/** The examples of all intents in normal form, as words, and the place of each one's intent. */
export function toSentences(
  intents: readonly { examples: readonly string[] }[],
  lexicon: Lexicon,
): { sentences: string[][]; classes: Int32Array } {
  const spellings = new Spellings(lexicon)
  const examples = intents.flatMap((intent, index) =>
    intent.examples.map((example) => ({ words: spellings.write(toTokens(example)), index })),
  )
  return {
    sentences: examples.map(({ words }) => words),
    classes: Int32Array.from(examples, ({ index }) => index),
  }
}
