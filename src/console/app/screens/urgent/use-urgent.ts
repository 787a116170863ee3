import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Bulletin } from '../../../../knowledge/bulletin'
import type { BulletinProblem } from '../../../../knowledge/check-bulletin'
import type { BulletinPreview } from '../../../urgent/preview-bulletin'
import type { BulletinView } from '../../../urgent/to-bulletin-view'
import { callApi } from '../../call-api'

/** The key of everything that is read of notices. */
export const URGENT_KEY = ['urgent'] as const

/** Others say yes meanwhile. */
const REFRESH_MS = 10_000

/** A notice as it is written. */
export type BulletinForm = Omit<Bulletin, 'id'>

/** Notices that wait, that are out, and the latest of the past. */
export function useBulletins() {
  return useQuery({
    queryKey: [...URGENT_KEY, 'list'],
    queryFn: () => callApi<{ bulletins: BulletinView[]; lacking: number }>('/urgent'),
    refetchInterval: REFRESH_MS,
  })
}

/** The entries in whose place a notice may stand. */
export function useReplaceable() {
  return useQuery({
    queryKey: [...URGENT_KEY, 'topics'],
    queryFn: () => callApi<{ topics: { id: string; question: string }[] }>('/urgent/topics'),
  })
}

/** How a notice that is being written would look, and what is to be mended in it. */
export function useFormPreview(form: BulletinForm) {
  return useQuery({
    queryKey: ['urgent-preview', form],
    queryFn: ({ signal }) =>
      callApi<{ problems: BulletinProblem[]; preview: BulletinPreview | null }>('/urgent/preview', {
        method: 'POST',
        body: form,
        signal,
      }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

/** How a notice looks that was written. */
export function useBulletinPreview(id: number, isOn: boolean) {
  return useQuery({
    queryKey: [...URGENT_KEY, 'preview', id],
    queryFn: () => callApi<{ preview: BulletinPreview | null }>(`/urgent/${id}/preview`),
    enabled: isOn,
  })
}
