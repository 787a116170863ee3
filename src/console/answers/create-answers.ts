import type { AnswersOptions } from './answers-options'
import { createEntries, type Entries } from './create-entries'
import { createPublisher, type Publisher } from './publish-draft'
import { createEntryReader, type EntryReader } from './read-entry'
import { createRestorer } from './restore-entry'
import { createTrier, type Trier } from './try-drafts'
import { createDraftWriter, type DraftWriter } from './write-draft'

/** Everything that is done with entries, for the routes and the worker that publishes at a time. */
export type Answers = {
  reader: EntryReader
  entries: Entries
  writer: DraftWriter
  publisher: Publisher
  restore: ReturnType<typeof createRestorer>
  trier: Trier
}

/** Joins the parts. */
export function createAnswers(options: AnswersOptions): Answers {
  const reader = createEntryReader(options)
  const writer = createDraftWriter(options, reader)
  const publisher = createPublisher(options, { entries: reader, writer })
  return {
    reader,
    entries: createEntries(options, reader),
    writer,
    publisher,
    restore: createRestorer(options, { entries: reader, writer, publisher }),
    trier: createTrier(options, reader),
  }
}
