import { Alert, Paper, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TopicForm } from '../../../../knowledge/topic-form'
import type { ReplyPreview } from '../../../../rehearsal/preview-topic'
import { callApi } from '../../call-api'
import { ReplyTabs } from './reply-tabs'

/** How the form would look on each channel, and what each one's limits cost. */
export function EntryPreview({ id, form }: { id: string; form: TopicForm }) {
  const { data, error } = useQuery({
    queryKey: ['answers-preview', id, form],
    queryFn: ({ signal }) =>
      callApi<ReplyPreview>('/answers/preview', { method: 'POST', body: { id, form }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="preview-title">
      <Title order={2} size="h4" id="preview-title" mb="xs">
        Người dân sẽ thấy
      </Title>
      {error && <Alert color="red">{error.message}</Alert>}
      {data && <ReplyTabs replies={data} />}
    </Paper>
  )
}
