import { Alert, Paper, Stack, Tabs, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TopicForm } from '../../../../knowledge/topic-form'
import type { EntryPreview as Preview } from '../../../../rehearsal/preview-entry'
import { callApi } from '../../call-api'
import { CHANNEL_NAMES } from './answer-words'
import { ChatReply } from './chat-reply'
import { LossList } from './loss-list'

/** How the form would look on each channel, and what each one's limits cost. */
export function EntryPreview({ id, form }: { id: string; form: TopicForm }) {
  const { data, error } = useQuery({
    queryKey: ['answers-preview', id, form],
    queryFn: ({ signal }) =>
      callApi<Preview>('/answers/preview', { method: 'POST', body: { id, form }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="preview-title">
      <Title order={2} size="h4" id="preview-title" mb="xs">
        Người dân sẽ thấy
      </Title>
      {error && <Alert color="red">{error.message}</Alert>}
      {data && (
        <Tabs defaultValue="zalo" keepMounted={false}>
          <Tabs.List>
            {Object.keys(CHANNEL_NAMES).map((channel) => (
              <Tabs.Tab key={channel} value={channel}>
                {CHANNEL_NAMES[channel]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {Object.entries(data).map(([channel, { messages, losses }]) => (
            <Tabs.Panel key={channel} value={channel} pt="sm">
              <Stack gap="xs">
                <ChatReply messages={messages} />
                <LossList losses={losses} />
              </Stack>
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </Paper>
  )
}
