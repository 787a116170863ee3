import type { PlacedFlow } from '../flows/load-flows'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import type { Matcher } from '../matching/create-matcher'

/** What is published at the moment of a turn: all of one edit or all of the next, never a mixture. */
export type Content = {
  readonly knowledge: KnowledgeBase
  readonly matcher: Matcher
  /** Guided dialogs by id. */
  readonly flows: ReadonlyMap<string, PlacedFlow>
}
