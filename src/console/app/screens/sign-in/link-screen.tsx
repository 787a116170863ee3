import { Alert, Anchor, Center, Container, Loader, Paper, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { callApi } from '../../call-api'
import { type LinkHolder, NewPasswordForm } from './new-password-form'

const TITLES = {
  first: 'Tạo tài khoản quản trị đầu tiên',
  invite: 'Nhận lời mời',
  reset: 'Đặt mật khẩu mới',
} as const

/** Where a one-time link leads: its secret stands after `#`. */
export function LinkScreen() {
  const secret = window.location.hash.slice(1)
  const { data: holder, error } = useQuery({
    queryKey: ['link', secret],
    queryFn: () =>
      callApi<LinkHolder>('/link/read', { method: 'POST', body: { secret }, isSignIn: true }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Container component="main" size={480} py="xl">
      <Title order={1} size="h2" ta="center" mb="lg">
        {holder ? TITLES[holder.purpose] : 'Loa – bảng điều hành'}
      </Title>
      {error && (
        <Alert color="red" role="alert">
          {error.message} <Anchor href="/console">Về trang đăng nhập</Anchor>
        </Alert>
      )}
      {holder && (
        <Paper withBorder shadow="sm" p="lg">
          <NewPasswordForm secret={secret} holder={holder} />
        </Paper>
      )}
      {!holder && !error && (
        <Center>
          <Loader aria-label="Đang mở" />
        </Center>
      )}
    </Container>
  )
}
