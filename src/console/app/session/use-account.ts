import { useQuery } from '@tanstack/react-query'
import type { Account } from '../../../storage/account-table'
import { ApiError, callApi } from '../call-api'

/** The key of the query that holds who is signed in. */
export const ACCOUNT_KEY = ['session'] as const

/** Who is signed in: undefined while it is asked, null where nobody is. */
export function useAccount() {
  return useQuery({
    queryKey: ACCOUNT_KEY,
    queryFn: readAccount,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

async function readAccount(): Promise<Account | null> {
  try {
    return (await callApi<{ account: Account }>('/session', { isSignIn: true })).account
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null
    throw error
  }
}
