import { Alert, Button, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { callApi } from '../../call-api'
import { useChange } from '../../use-change'

const FIELDS = [
  { name: 'password', label: 'Mật khẩu hiện tại', autoComplete: 'current-password' },
  {
    name: 'next',
    label: 'Mật khẩu mới',
    description: 'Ít nhất 12 ký tự. Một câu dễ nhớ với bạn là tốt nhất.',
    autoComplete: 'new-password',
  },
  { name: 'again', label: 'Nhập lại mật khẩu mới', autoComplete: 'new-password' },
] as const

/** Changes one's own password. */
export function PasswordForm() {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '', next: '', again: '' },
    validate: {
      again: (again, { next }) =>
        again === next ? null : 'Hai lần nhập chưa giống nhau. Hãy nhập lại.',
    },
  })
  const save = useChange(
    ({ password, next }: typeof form.values) =>
      callApi('/account/password', { method: 'PUT', body: { password, next } }),
    {
      done: 'Đã đổi mật khẩu. Các máy khác đã bị đăng xuất.',
      isQuiet: true,
      onDone: () => form.reset(),
    },
  )
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        {save.error && (
          <Alert color="red" role="alert">
            {save.error.message}
          </Alert>
        )}
        {FIELDS.map(({ name, ...props }) => (
          <PasswordInput
            key={form.key(name)}
            required
            visibilityToggleButtonProps={{ 'aria-label': `Hiện hoặc ẩn: ${props.label}` }}
            {...props}
            {...form.getInputProps(name)}
          />
        ))}
        <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
          Đổi mật khẩu
        </Button>
      </Stack>
    </form>
  )
}
