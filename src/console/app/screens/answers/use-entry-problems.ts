import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { EntryProblem } from '../../../../rehearsal/entry-problem'
import { callApi } from '../../call-api'

/** What is to be mended, found as someone types. */
export type EntryProblems = {
  all: readonly EntryProblem[]
  /** Those of a field or of what is inside it. */
  at(field: string): readonly EntryProblem[]
}

/**
 * Has a form checked, unless the person may not write.
 * @param path what is called, with `body`
 */
export function useEntryProblems(path: string, body: object, isOn: boolean): EntryProblems {
  const { data } = useQuery({
    queryKey: ['entry-check', path, body],
    queryFn: ({ signal }) =>
      callApi<{ problems: EntryProblem[] }>(path, { method: 'POST', body, signal }),
    placeholderData: keepPreviousData,
    enabled: isOn,
    gcTime: 0,
  })
  const all = data?.problems ?? []
  return {
    all,
    at: (field) => all.filter((one) => `${one.path.join('.')}.`.startsWith(`${field}.`)),
  }
}
