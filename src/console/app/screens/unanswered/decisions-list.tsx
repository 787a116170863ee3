import { Button, Card, Group, Loader, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { QuestionDecision } from '../../../../storage/unanswered-table'
import { callApi } from '../../call-api'
import { ErrorNote } from '../../error-note'
import { formatTime } from '../../format-time'
import { useMayEdit } from '../../session/use-may-edit'
import { DECISION_NAMES } from './question-types'

/** What was decided, newest first, each to be taken back. */
export function DecisionsList() {
  const mayEdit = useMayEdit()
  const queries = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ['unanswered', 'decisions'],
    queryFn: () => callApi<{ decisions: QuestionDecision[] }>('/unanswered/decisions'),
  })
  const undo = useMutation({
    mutationFn: (id: number) => callApi(`/unanswered/decisions/${id}`, { method: 'DELETE' }),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['unanswered'] })
      notifications.show({ message: 'Đã hoàn tác. Câu hỏi trở lại danh sách chờ xử lý.' })
    },
  })
  return (
    <Stack>
      <ErrorNote error={error ?? undo.error} />
      {!data && !error && <Loader aria-label="Đang tải" />}
      {data?.decisions.length === 0 && <Text>Chưa có câu nào được xử lý.</Text>}
      {data?.decisions.map((decision) => (
        <Card key={decision.id} withBorder component="article">
          <Group justify="space-between" align="flex-start">
            <Stack gap={4} flex="1 1 240px">
              <Text fw={600}>{decision.text}</Text>
              <Text size="sm">
                {DECISION_NAMES[decision.kind]}
                {decision.target && `: ${decision.target}`}
                {decision.reason && `: ${decision.reason}`}
              </Text>
              <Text size="sm" c="dark.4">
                {decision.account}, {formatTime(decision.decidedAt)}
                {decision.forms.length > 1 && `, ${decision.forms.length} cách hỏi`}
              </Text>
            </Stack>
            {mayEdit && (
              <Button
                variant="default"
                loading={undo.isPending && undo.variables === decision.id}
                onClick={() => undo.mutate(decision.id)}
              >
                Hoàn tác
              </Button>
            )}
          </Group>
        </Card>
      ))}
    </Stack>
  )
}
