import { Alert, Button, Modal, PasswordInput, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { callApi } from '../../call-api'
import { useChange } from '../../use-change'
import { OWN_KEY } from './own-key'

/** Turns the second factor off, for who knows the password. */
export function SecondFactorOff({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const [password, setPassword] = useState('')
  const turnOff = useChange(
    () => callApi('/account/totp', { method: 'DELETE', body: { password } }),
    { done: 'Đã tắt xác thực hai lớp.', refresh: [OWN_KEY], isQuiet: true, onDone: onClose },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    turnOff.mutate()
  }
  return (
    <Modal opened={isOpen} onClose={onClose} title="Tắt xác thực hai lớp">
      <form onSubmit={submit}>
        <Stack>
          {turnOff.error && (
            <Alert color="red" role="alert">
              {turnOff.error.message}
            </Alert>
          )}
          <PasswordInput
            label="Mật khẩu hiện tại"
            required
            data-autofocus
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc ẩn mật khẩu' }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" color="red" loading={turnOff.isPending}>
            Tắt
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
