import { compareTopicForms } from '../../knowledge/compare-topic-forms'
import { editTopic, newTopicText } from '../../knowledge/edit-topic'
import { isTopicFile } from '../../knowledge/load-knowledge'
import { readTopicForm, type TopicForm } from '../../knowledge/topic-form'
import type { EditedKind } from './edited-kind'
import { FIELD_NAMES } from './field-names'

/** Entries: a form has every field, and an earlier state comes back byte for byte. */
export const ENTRY_KIND: EditedKind<TopicForm> = {
  action: 'answers',
  noun: 'Câu trả lời',
  prefix: '',
  owns: isTopicFile,
  toPath: (id) => `knowledge/topics/${id}.yaml`,
  readForm: readTopicForm,
  compare: compareTopicForms,
  nameField: (field) => FIELD_NAMES[field] ?? field,
  toText({ id, published, draft }, form) {
    const before = draft?.text ?? published?.text
    return before === undefined ? newTopicText(id, form) : editTopic(before, form)
  },
  toRestored: (_published, earlier) => earlier,
  toCheck: (change, today) => ({ kind: 'check', change, today }),
}
