import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { callApi } from '../../call-api'

/** For whom a one-time link is. */
export type LinkHolder = { purpose: 'first' | 'invite' | 'reset'; name?: string; email?: string }

/** Sets the password that a one-time link is for; the first admin says who they are, too. */
export function NewPasswordForm({ secret, holder }: { secret: string; holder: LinkHolder }) {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '', again: '' },
    validate: {
      again: (again, { password }) =>
        again === password ? null : 'Hai lần nhập chưa giống nhau. Hãy nhập lại.',
    },
  })
  const save = useMutation({
    mutationFn: ({ again: _, ...values }: typeof form.values) =>
      callApi('/link', { method: 'POST', body: { secret, ...values }, isSignIn: true }),
    // The whole page anew: nothing of the secret stays in the address or the memory.
    onSuccess: () => window.location.replace('/console'),
  })
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        {save.error && (
          <Alert color="red" role="alert">
            {save.error.message}
          </Alert>
        )}
        {holder.purpose === 'first' ? (
          <>
            <TextInput
              label="Họ và tên"
              autoComplete="name"
              required
              key={form.key('name')}
              {...form.getInputProps('name')}
            />
            <TextInput
              label="Email"
              type="email"
              autoComplete="username"
              required
              key={form.key('email')}
              {...form.getInputProps('email')}
            />
          </>
        ) : (
          <>
            <Text>
              Chào {holder.name}. Bạn sẽ đăng nhập bằng email <b>{holder.email}</b>.
            </Text>
            <input type="hidden" autoComplete="username" value={holder.email} readOnly />
          </>
        )}
        <PasswordInput
          label="Mật khẩu"
          description="Ít nhất 12 ký tự. Một câu dễ nhớ với bạn là tốt nhất."
          autoComplete="new-password"
          required
          minLength={12}
          visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc ẩn mật khẩu' }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <PasswordInput
          label="Nhập lại mật khẩu"
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc ẩn mật khẩu nhập lại' }}
          key={form.key('again')}
          {...form.getInputProps('again')}
        />
        <Button type="submit" loading={save.isPending}>
          Lưu và vào bảng điều hành
        </Button>
      </Stack>
    </form>
  )
}
