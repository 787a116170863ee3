import { Alert, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FlowForm } from '../../../../flows/flow-form'
import type { Play } from '../../../../rehearsal/play-guide'
import { callApi } from '../../call-api'
import { CHANNEL_NAMES } from '../answers/answer-words'
import { ChatReply } from '../answers/chat-reply'
import { LossList } from '../answers/loss-list'

/** How a step would look on each channel with what is written, and what each one's limits cost. */
export function StepPreview({ id, step, form }: { id: string; step: string; form: FlowForm }) {
  const [channel, setChannel] = useState('zalo')
  const { data, error } = useQuery({
    queryKey: ['flows-preview', id, channel, step, form],
    queryFn: ({ signal }) =>
      callApi<Play>(`/flows/${id}/play`, {
        method: 'POST',
        body: { channel, form, from: step },
        signal,
      }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const [shown] = data?.turns ?? []
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="preview-title">
      <Stack gap="sm">
        <Title order={2} size="h4" id="preview-title">
          Người dân sẽ thấy
        </Title>
        <SegmentedControl
          aria-label="Trên kênh"
          data={Object.entries(CHANNEL_NAMES).map(([value, label]) => ({ value, label }))}
          value={channel}
          onChange={setChannel}
          size="xs"
          fullWidth
        />
        {error && <Alert color="red">{error.message}</Alert>}
        {shown && (
          <>
            <ChatReply messages={shown.messages} />
            <LossList losses={shown.losses} />
            {shown.step !== step && (
              <Text size="sm">Bước này chỉ tới được qua một hướng dẫn khác.</Text>
            )}
          </>
        )}
      </Stack>
    </Paper>
  )
}
