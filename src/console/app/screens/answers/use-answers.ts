import { useQuery } from '@tanstack/react-query'
import type { DraftView, EntryView } from '../../../answers/create-draft-views'
import type { EntryChoices } from '../../../answers/entry-choices'
import { callApi } from '../../call-api'

/** The key of everything that is read of entries: all is read anew after a change. */
export const ANSWERS_KEY = ['answers'] as const

/** What the fields of an entry are chosen from, and whether two persons are needed. */
export type Choices = EntryChoices & { needsSecond: boolean; revision: number }

/** See {@link Choices}. */
export function useChoices() {
  return useQuery({
    queryKey: [...ANSWERS_KEY, 'choices'],
    queryFn: () => callApi<Choices>('/answers/choices'),
  })
}

/** An entry with its draft. Not read anew by itself: what someone types must not be replaced. */
export function useEntry(id: string) {
  return useQuery({
    queryKey: [...ANSWERS_KEY, 'entry', id],
    queryFn: () => callApi<EntryView>(`/answers/entries/${id}`),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** Drafts that wait for a second person or for their time. */
export function useWaiting() {
  return useQuery({
    queryKey: [...ANSWERS_KEY, 'waiting'],
    queryFn: () => callApi<{ drafts: (DraftView & { id: string })[] }>('/answers/waiting'),
  })
}
