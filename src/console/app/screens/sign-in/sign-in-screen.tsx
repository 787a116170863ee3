import { Container, Paper, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { SignInForm } from '../../session/sign-in-form'
import { ACCOUNT_KEY } from '../../session/use-account'

/** What who is not signed in sees, at every address; after it the screen of that address is there. */
export function SignInScreen() {
  const queries = useQueryClient()
  return (
    <Container component="main" size={440} py="xl">
      <Title order={1} size="h2" ta="center">
        Loa – bảng điều hành
      </Title>
      <Text ta="center" c="gray.7" mb="lg">
        Dành cho cán bộ truyền thông
      </Text>
      <Paper withBorder shadow="sm" p="lg">
        <SignInForm onSignedIn={(account) => queries.setQueryData(ACCOUNT_KEY, account)} />
      </Paper>
      <Text size="sm" c="gray.7" mt="md" ta="center">
        Quên mật khẩu? Hãy nhờ quản trị viên gửi đường dẫn đặt mật khẩu mới.
      </Text>
    </Container>
  )
}
