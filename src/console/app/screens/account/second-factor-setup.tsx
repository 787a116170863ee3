import { Alert, Button, Image, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '../../call-api'
import { useChange } from '../../use-change'
import { OWN_KEY } from './own-key'
import { RecoveryCodes } from './recovery-codes'

/** Turns the second factor on: scan, prove it with a code, keep the recovery codes. */
export function SecondFactorSetup({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const queries = useQueryClient()
  const [codes, setCodes] = useState<string[] | null>(null)
  const { data: offer } = useQuery({
    queryKey: ['account', 'totp'],
    queryFn: () =>
      callApi<{ secret: string; picture: string }>('/account/totp/begin', { method: 'POST' }),
    enabled: isOpen,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '', code: '' } })
  const turnOn = useChange(
    (values: typeof form.values) =>
      callApi<{ recoveryCodes: string[] }>('/account/totp', {
        method: 'PUT',
        body: { ...values, secret: offer?.secret },
      }),
    { isQuiet: true, onDone: ({ recoveryCodes }) => setCodes(recoveryCodes) },
  )
  const close = () => {
    onClose()
    if (codes) void queries.invalidateQueries({ queryKey: OWN_KEY })
  }
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      closeOnClickOutside={codes === null}
      title={codes ? 'Hãy cất các mã dự phòng' : 'Bật xác thực hai lớp'}
    >
      {codes && <RecoveryCodes codes={codes} onKept={close} />}
      {!codes && offer && (
        <form onSubmit={form.onSubmit((values) => turnOn.mutate(values))}>
          <Stack>
            {turnOn.error && (
              <Alert color="red" role="alert">
                {turnOn.error.message}
              </Alert>
            )}
            <Text>
              1. Mở ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft
              Authenticator…) và quét mã này.
            </Text>
            <Image src={offer.picture} alt="Mã QR cho ứng dụng xác thực" w={220} mx="auto" />
            <Text size="sm">
              Không quét được? Nhập mã này vào ứng dụng:{' '}
              <b>{offer.secret.match(/.{4}/g)?.join(' ')}</b>
            </Text>
            <TextInput
              label="2. Nhập mã 6 số đang hiện"
              required
              inputMode="numeric"
              autoComplete="one-time-code"
              key={form.key('code')}
              {...form.getInputProps('code')}
            />
            <PasswordInput
              label="3. Nhập mật khẩu hiện tại"
              required
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc ẩn mật khẩu' }}
              key={form.key('password')}
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={turnOn.isPending}>
              Bật
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  )
}
