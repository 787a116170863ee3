import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { callApi } from '../../call-api'
import { ScreenFrame } from '../../shell/screen-frame'
import { useChange } from '../../use-change'
import { PasswordForm } from './password-form'
import { SecondFactor } from './second-factor'

/** One's own account: password, second factor, where one is signed in. */
export function AccountScreen() {
  const signOut = useChange(() => callApi('/account/sessions', { method: 'DELETE' }), {
    done: 'Đã đăng xuất khỏi mọi máy khác.',
  })
  return (
    <ScreenFrame title="Tài khoản của tôi">
      <Stack maw={560}>
        <Paper withBorder p="md">
          <Title order={2} size="h4" mb="sm">
            Đổi mật khẩu
          </Title>
          <PasswordForm />
        </Paper>
        <Paper withBorder p="md">
          <Title order={2} size="h4" mb="sm">
            Xác thực hai lớp
          </Title>
          <SecondFactor />
        </Paper>
        <Paper withBorder p="md">
          <Title order={2} size="h4" mb="sm">
            Các máy khác
          </Title>
          <Text mb="sm">
            Nếu bạn quên đăng xuất ở máy dùng chung, hãy đăng xuất khỏi mọi máy khác từ đây.
          </Text>
          <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
            Đăng xuất khỏi mọi máy khác
          </Button>
        </Paper>
      </Stack>
    </ScreenFrame>
  )
}
