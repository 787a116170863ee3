import { AppShell, Burger, Center, Group, Loader, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Outlet } from 'react-router'
import { SignInScreen } from '../screens/sign-in/sign-in-screen'
import { useAccount } from '../session/use-account'
import { AccountMenu } from './account-menu'
import { ScreenError } from './screen-error'
import { ScreenMenu } from './screen-menu'

/** The frame around every screen: name, menu, who is signed in; or the sign-in where nobody is. */
export function ConsoleShell() {
  const { data: account, isError } = useAccount()
  const [isOpen, { toggle, close }] = useDisclosure(false)
  if (isError) return <ScreenError />
  if (account === undefined) {
    return (
      <Center h="100vh">
        <Loader aria-label="Đang mở" />
      </Center>
    )
  }
  if (account === null) return <SignInScreen />
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 250, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={isOpen ? 'Đóng danh mục' : 'Mở danh mục'}
            />
            <Text fw={700} size="lg">
              Loa
            </Text>
          </Group>
          <AccountMenu account={account} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="md">
        <ScreenMenu role={account.role} onChosen={close} />
      </AppShell.Navbar>
      <AppShell.Main>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  )
}
