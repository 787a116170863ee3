import type { AnswersOptions } from './answers-options'
import { createDraftParts, type DraftParts } from './create-draft-parts'
import { createEntries, type Entries } from './create-entries'
import { ENTRY_KIND } from './entry-kind'
import { createTrier, type Trier } from './try-drafts'

/** Everything that is done with entries, for the routes and the worker that publishes at a time. */
export type Answers = DraftParts & { entries: Entries; trier: Trier }

/** Joins the parts. */
export function createAnswers(options: AnswersOptions): Answers {
  const parts = createDraftParts(options, ENTRY_KIND)
  return {
    ...parts,
    entries: createEntries(options, parts.views),
    trier: createTrier(options, parts.reader),
  }
}
