import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TopicForm } from '../../../../knowledge/topic-form'
import type { EntryProblem } from '../../../../rehearsal/entry-problem'
import { callApi } from '../../call-api'

/** What is to be mended, found as someone types. */
export type EntryProblems = {
  all: readonly EntryProblem[]
  /** Those of a field or of what is inside it. */
  at(field: string): readonly EntryProblem[]
}

/** Has the form checked, unless the person may not write. */
export function useEntryProblems(id: string, form: TopicForm, isOn: boolean): EntryProblems {
  const { data } = useQuery({
    queryKey: ['answers-check', id, form],
    queryFn: ({ signal }) =>
      callApi<{ problems: EntryProblem[] }>('/answers/check', {
        method: 'POST',
        body: { id, form },
        signal,
      }),
    placeholderData: keepPreviousData,
    enabled: isOn,
    gcTime: 0,
  })
  const all = data?.problems ?? []
  return {
    all,
    at: (field) => all.filter(({ path }) => `${path.join('.')}.`.startsWith(`${field}.`)),
  }
}
