import type { FieldChange } from '../../../../knowledge/compare-topic-forms'
import type { TopicForm } from '../../../../knowledge/topic-form'

/** The form of an entry that is new. */
export const EMPTY_FORM: TopicForm = {
  group: '',
  label: '',
  question: '',
  subject: '',
  aspect: '',
  covers: [],
  examples: [],
  answer: { short: '', detail: '', channels: {} },
  notes: [],
  buttons: [],
  opens: '',
  sources: [],
  valid_from: null,
  valid_until: null,
  reviewed_on: null,
  review_by: null,
  owner: '',
  off: false,
}

/** What a field holds; `answer.short` is the one inside the answer. */
export function readField(form: TopicForm, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>((value, key) => (value as TopicForm)[key as 'label'], form) // fields of a form
}

/** The form with a field holding something else. */
export function withField(form: TopicForm, field: string, value: unknown): TopicForm {
  const [first = '', second] = field.split('.')
  if (second === undefined) return { ...form, [first]: value }
  return { ...form, answer: { ...form.answer, [second]: value } }
}

/** Whether two values say the same. */
export const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other)

/**
 * What someone else changed, divided: `theirs` in fields that this person has not touched since they took the form up, and those that
 * both have changed.
 * @param begunAt what a field held then
 */
export function divideChanges(
  changes: readonly FieldChange[],
  begunAt: (field: string) => unknown,
) {
  const untouched = ({ field, was }: FieldChange) => isSame(was, begunAt(field))
  return {
    theirs: changes.filter(
      (change) => untouched(change) && !isSame(change.now, begunAt(change.field)),
    ),
    both: changes.filter(
      (change) => !untouched(change) && !isSame(change.now, begunAt(change.field)),
    ),
  }
}
