import type { TopicForm } from '../../../../knowledge/topic-form'
import { FIELD_NAMES } from '../../../answers/field-names'
import { EMPTY_FORM, readField, withField } from './form-fields'
import type { FormKind } from './form-kind'
import { ANSWERS_KEY } from './use-answers'

/** Entries. */
export const ENTRY_FORM: FormKind<TopicForm> = {
  key: ANSWERS_KEY,
  base: '/answers/entries',
  list: '/answers',
  noun: 'câu trả lời',
  empty: EMPTY_FORM,
  readField,
  withField,
  nameField: (field) => FIELD_NAMES[field] ?? field,
}
