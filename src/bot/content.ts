import type { HashedFlow } from '../flows/load-flows'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import { type Matcher, openMatcher } from '../matching/create-matcher'
import { PhraseReader } from '../matching/phrase-reader'
import type { MatcherModel } from '../matching/train-matcher'

/** What was read, checked and learned, as plain data: processes can hand it to each other. */
export type LoadedContent = {
  readonly knowledge: KnowledgeBase
  /** Guided dialogs by id. */
  readonly flows: ReadonlyMap<string, HashedFlow>
  readonly model: MatcherModel
}

/** What is published at the moment of a turn: all of one edit or all of the next, never a mixture. */
export type Content = LoadedContent & {
  readonly matcher: Matcher
  /** Reads commands and choices. */
  readonly phrases: PhraseReader
}

/** Content to be given to turns, in a few milliseconds. */
export function toContent({ knowledge, flows, model }: LoadedContent): Content {
  return {
    knowledge,
    flows,
    model,
    matcher: openMatcher(model, knowledge.settings.matching),
    phrases: new PhraseReader(knowledge.lexicon),
  }
}
