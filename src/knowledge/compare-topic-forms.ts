import { isDeepStrictEqual } from 'node:util'
import type { TopicForm } from './topic-form'

/** A field of an entry that says something else than before, `answer.short` for the one inside the answer. */
export type FieldChange = { field: string; was: unknown; now: unknown }

/** Every field that differs between two states of an entry, in the order of the form. */
export function compareTopicForms(was: TopicForm, now: TopicForm): FieldChange[] {
  const [before, after] = [flatten(was), flatten(now)]
  return Object.keys(after).flatMap((field) =>
    isDeepStrictEqual(before[field], after[field])
      ? []
      : [{ field, was: before[field], now: after[field] }],
  )
}

function flatten({ answer, ...fields }: TopicForm): Record<string, unknown> {
  const { examples, notes, ...rest } = fields
  const { group, label, question, ...others } = rest
  return {
    question,
    label,
    group,
    'answer.short': answer.short,
    'answer.detail': answer.detail,
    'answer.channels': answer.channels,
    examples,
    notes,
    ...others,
  }
}
