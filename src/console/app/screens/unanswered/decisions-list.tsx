import { Alert, Button, Card, Group, Loader, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { QuestionDecision } from '../../../../storage/unanswered-table'
import { callApi } from '../../call-api'
import { useMayEdit } from '../../session/use-may-edit'
import { showTime } from '../../show-time'
import { useChange } from '../../use-change'
import { DECISION_NAMES, UNANSWERED_KEY } from './question-types'

/** What was decided, newest first, each to be taken back. */
export function DecisionsList() {
  const mayEdit = useMayEdit()
  const { data, error } = useQuery({
    queryKey: [...UNANSWERED_KEY, 'decisions'],
    queryFn: () =>
      callApi<{ decisions: (QuestionDecision & { targetName: string | null })[] }>(
        '/unanswered/decisions',
      ),
  })
  const undo = useChange(
    (id: number) => callApi(`/unanswered/decisions/${id}`, { method: 'DELETE' }),
    { done: 'Đã hoàn tác. Câu hỏi trở lại danh sách chờ xử lý.', refresh: [UNANSWERED_KEY] },
  )
  return (
    <Stack>
      {error && (
        <Alert color="red" role="alert">
          {error.message}
        </Alert>
      )}
      {!data && !error && <Loader aria-label="Đang tải" />}
      {data?.decisions.length === 0 && <Text>Chưa có câu nào được xử lý.</Text>}
      {data?.decisions.map((decision) => (
        <Card key={decision.id} withBorder component="article">
          <Group justify="space-between" align="flex-start">
            <Stack gap={4} flex="1 1 240px">
              <Text fw={600}>{decision.text}</Text>
              <Text size="sm">
                {DECISION_NAMES[decision.kind]}
                {decision.targetName && `: ${decision.targetName}`}
                {decision.reason && `: ${decision.reason}`}
              </Text>
              <Text size="sm" c="dark.4">
                {decision.account}, {showTime(decision.decidedAt)}
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
