import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '../../call-api'
import { ErrorNote } from '../../error-note'

const LONGEST = 2_000

/** Writes to the person. What was typed stays until it is sent. */
export function ReplyForm(props: { id: string; seen: number; isClosed: boolean }) {
  const { id, seen, isClosed } = props
  const [text, setText] = useState('')
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: () => callApi(`/waiting/${id}/replies`, { method: 'POST', body: { text, seen } }),
    onSuccess: () => setText(''),
    onSettled: () => queries.invalidateQueries({ queryKey: ['waiting'] }),
  })
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
          minRows={3}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          disabled={isClosed}
        />
        <ErrorNote error={send.error} />
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
