import { Alert } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { isAtLeast } from '../../../storage/role'
import type { Screen } from '../routes'
import { useAccount } from '../session/use-account'

/** A screen for who may see it, and a word to others. What is given to whom, the server decides by itself. */
export function OpenedScreen({ screen, children }: { screen: Screen; children: ReactNode }) {
  const { data: account } = useAccount()
  useDocumentTitle(`${screen.title} – Loa`)
  if (account && isAtLeast(account.role, screen.least)) return children
  return (
    <Alert color="yellow" title="Bạn chưa được mở trang này">
      Hãy nhờ quản trị viên cấp quyền nếu bạn cần dùng.
    </Alert>
  )
}
