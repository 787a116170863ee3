import { Button, Menu } from '@mantine/core'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import type { Account } from '../../../storage/account-table'
import { callApi } from '../call-api'

/** Who is signed in, and what they can do about it. */
export function AccountMenu({ account }: { account: Account }) {
  const signOut = async () => {
    await callApi('/session', { method: 'DELETE' })
    window.location.assign('/console')
  }
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
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void signOut()}>
          Đăng xuất
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
