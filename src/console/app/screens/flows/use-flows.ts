import { useQuery } from '@tanstack/react-query'
import type { Funnel } from '../../../../insights/to-funnel'
import type { FlowView } from '../../../flows/create-flows-routes'
import type { FlowRow } from '../../../flows/list-flows'
import { callApi } from '../../call-api'
import { FLOWS_KEY } from './flow-form-kind'

/** The guides, and how many people came to them lately. */
export function useFlows() {
  return useQuery({
    queryKey: [...FLOWS_KEY, 'list'],
    queryFn: () => callApi<{ rows: FlowRow[] }>('/flows'),
  })
}

/** A guide with its draft. Not read anew by itself: what someone types must not be replaced. */
export function useFlow(id: string) {
  return useQuery({
    queryKey: [...FLOWS_KEY, 'entry', id],
    queryFn: () => callApi<FlowView>(`/flows/${id}`),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** How far people came in each version of a guide, the newest first. */
export function useFunnels(id: string, days: FlowView['days'] | undefined) {
  return useQuery({
    queryKey: [...FLOWS_KEY, 'funnels', id, days],
    queryFn: () => {
      const query = new URLSearchParams(days)
      return callApi<{ funnels: Funnel[] }>(`/numbers/flows/${id}?${query}`)
    },
    enabled: days !== undefined,
  })
}
