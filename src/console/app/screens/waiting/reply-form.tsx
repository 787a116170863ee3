import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { callApi } from '../../call-api'
import { useChange } from '../../use-change'
import { WAITING_KEY } from './waiting-key'

const LONGEST = 2_000

/** Writes to the person. What was typed stays until it is sent. */
export function ReplyForm(props: { id: string; seen: number; isClosed: boolean }) {
  const { id, seen, isClosed } = props
  const [text, setText] = useState('')
  const send = useChange(
    () => callApi(`/waiting/${id}/replies`, { method: 'POST', body: { text, seen } }),
    { refresh: [WAITING_KEY], isQuiet: true, onDone: () => setText('') },
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <Stack gap="xs">
        <Textarea
          label="Trả lời"
          description='Người dân thấy: "Cán bộ trả lời: …". Không hỏi số giấy tờ, mã OTP, mật khẩu.'
          descriptionProps={{ c: 'dark.4' }}
          minRows={3}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          disabled={isClosed}
        />
        {send.error && (
          <Alert color="red" role="alert">
            {send.error.message}
          </Alert>
        )}
        <Group justify="space-between">
          <Text size="sm" c="dark.4">
            {text.length}/{LONGEST} ký tự
          </Text>
          <Button type="submit" loading={send.isPending} disabled={isClosed || !text.trim()}>
            Gửi
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
