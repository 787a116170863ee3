import { createHash } from 'node:crypto'
import type { Lexicon } from '../text/lexicon'
import type { RankerModel } from './ranker'
import { toSentences } from './to-sentences'
import { trainRanker } from './train-ranker'

/** Something people ask for, and ways they ask for it. */
export type Intent = {
  id: string
  examples: readonly string[]
  /** Recognised so as not to be answered: business that someone else must help with. */
  outside?: boolean
}

/** All that is learned from; nothing is read from anywhere else. */
export type TrainingInput = { intents: readonly Intent[]; lexicon: Lexicon }

/** What was learned, as plain data: processes can hand it to each other, and a matcher is made of it at once. */
export type MatcherModel = {
  /** SHA-256 of what it was learned from, in hex: the same input gives the same model on every machine. */
  fingerprint: string
  intents: readonly Pick<Intent, 'id' | 'outside'>[]
  /** The examples in normal form, as words. */
  sentences: readonly (readonly string[])[]
  lexicon: Lexicon
  ranker: RankerModel
}

/**
 * Learns the intents by their examples: one to two seconds for a hundred intents of thirty, in which nothing else runs
 * on its thread.
 * @param known a model learned earlier, given back where nothing that it was learned from has changed
 */
export function trainMatcher(input: TrainingInput, known?: MatcherModel): MatcherModel {
  const { intents, lexicon } = input
  const fingerprint = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  if (known?.fingerprint === fingerprint) return known

  const { sentences, classes } = toSentences(intents, lexicon)
  return {
    fingerprint,
    intents: intents.map(({ id, outside }) => ({ id, outside })),
    sentences,
    lexicon,
    ranker: trainRanker({
      examples: sentences,
      classes,
      classCount: intents.length,
      lexicon,
    }),
  }
}
