import { Button, Menu } from '@mantine/core'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Account } from '../../../storage/account-table'
import { callApi } from '../call-api'
import { useChange } from '../use-change'

/** Who is signed in, and what they can do about it. */
export function AccountMenu({ account }: { account: Account }) {
  const signOut = useChange(() => callApi('/session', { method: 'DELETE' }), {
    // The whole page anew: nothing that was read stays for who sits down next.
    onDone: () => window.location.assign('/console'),
  })
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="dark"
          maw={200}
          leftSection={<IconUserCircle size={22} />}
          aria-label={`Tài khoản của ${account.name}`}
        >
          {account.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={18} />}>
          Tài khoản của tôi
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => signOut.mutate()}>
          Đăng xuất
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
