import { isAtLeast } from '../../../storage/role'
import { useAccount } from './use-account'

/** Whether who is signed in may change something; others only look. */
export function useMayEdit(): boolean {
  const { data: account } = useAccount()
  return account ? isAtLeast(account.role, 'editor') : false
}
