import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'
import { isAtLeast, type Role } from '../../../storage/role'
import { useAccount } from '../session/use-account'

/** Shows what is inside to who may see it, and tells others. The server decides by itself what it gives. */
export function RequiredRole({ least, children }: { least: Role; children: ReactNode }) {
  const { data: account } = useAccount()
  if (account && isAtLeast(account.role, least)) return children
  return (
    <Alert color="yellow" title="Bạn chưa được mở trang này">
      Hãy nhờ quản trị viên cấp quyền nếu bạn cần dùng.
    </Alert>
  )
}
