import type { TopicForm } from '../../knowledge/topic-form'
import type { EntryDraft } from '../../storage/draft-table'

/** An entry's file as it is published. */
export type PublishedEntry<Form = TopicForm> = {
  path: string
  text: string
  hash: string
  form: Form
}

/** An entry, or a guide: what is published of it, and what is being written. At least one of the two. */
export type Entry<Form = TopicForm> = {
  id: string
  published: PublishedEntry<Form> | null
  draft: EntryDraft | null
}
