import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { Account } from '../../../storage/account-table'
import { ApiError, callApi } from '../call-api'

/** Asks for e-mail, password and, where the account has it, the code of the authenticator app. */
export function SignInForm({
  email = '',
  onSignedIn,
}: {
  email?: string
  onSignedIn(account: Account): void
}) {
  const form = useForm({ mode: 'uncontrolled', initialValues: { email, password: '', code: '' } })
  const signIn = useMutation({
    mutationFn: ({ code, ...rest }: { email: string; password: string; code: string }) =>
      callApi<{ account: Account }>('/session', {
        method: 'POST',
        body: { ...rest, ...(code ? { code } : {}) },
        isSignIn: true,
      }),
    onSuccess: ({ account }) => onSignedIn(account),
  })
  const { error } = signIn
  const asksCode = error instanceof ApiError && error.code === 'code'
  return (
    <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
      <Stack>
        {error && (
          <Alert color={asksCode ? 'blue' : 'red'} role="alert">
            {error.message}
          </Alert>
        )}
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          required
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Mật khẩu"
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc ẩn mật khẩu' }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        {asksCode && (
          <TextInput
            label="Mã xác thực"
            description="6 số trong ứng dụng xác thực, hoặc một mã dự phòng"
            autoComplete="one-time-code"
            data-autofocus
            required
            key={form.key('code')}
            {...form.getInputProps('code')}
          />
        )}
        <Button type="submit" loading={signIn.isPending}>
          Đăng nhập
        </Button>
      </Stack>
    </form>
  )
}
