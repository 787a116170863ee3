import type { TopicForm } from '../../knowledge/topic-form'
import type { AnswersOptions } from './answers-options'
import { createDraftViews, type DraftViews } from './create-draft-views'
import type { EditedKind } from './edited-kind'
import { createPublisher, type Publisher } from './publish-draft'
import { createEntryReader, type EntryReader } from './read-entry'
import { createRestorer } from './restore-entry'
import { createDraftWriter, type DraftWriter } from './write-draft'

/** What is done with the drafts of a kind, from writing one to taking its publication back. */
export type DraftParts<Form = TopicForm> = {
  kind: EditedKind<Form>
  reader: EntryReader<Form>
  views: DraftViews<Form>
  writer: DraftWriter<Form>
  publisher: Publisher<Form>
  restore: ReturnType<typeof createRestorer<Form>>
}

/** Joins the parts. */
export function createDraftParts<Form>(
  options: AnswersOptions,
  kind: EditedKind<Form>,
): DraftParts<Form> {
  const reader = createEntryReader(options, kind)
  const writer = createDraftWriter(options, reader, kind)
  const publisher = createPublisher(options, { entries: reader, writer }, kind)
  return {
    kind,
    reader,
    views: createDraftViews(options, reader, kind),
    writer,
    publisher,
    restore: createRestorer(options, { entries: reader, writer, publisher }, kind),
  }
}
