import { toTokens } from '../text/to-tokens'
import { Reader } from './reader'
import { Spellings } from './spellings'
import type { MatcherModel } from './train-matcher'
import { Vocabulary } from './vocabulary'

/** A reader that knows the words of the examples and of the lexicon. */
export function openReader({
  sentences,
  lexicon,
}: Pick<MatcherModel, 'sentences' | 'lexicon'>): Reader {
  const vocabulary = new Vocabulary()
  for (const words of sentences) vocabulary.add(words)
  for (const phrase of lexicon.synonyms.flat()) vocabulary.add(toTokens(phrase))
  return new Reader(vocabulary, new Spellings(lexicon))
}
