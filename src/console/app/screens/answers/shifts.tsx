import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core'
import type { Shift, Verdict } from '../../../../rehearsal/replay'

/** Messages that would be taken for something else. */
export function Shifts({
  title,
  shifts,
  nameOf,
}: {
  title: string
  shifts: readonly Shift[]
  nameOf(topic: string | null): string
}) {
  if (shifts.length === 0) return null
  const tell = ({ kind, topic }: Verdict) => {
    if (kind === 'answer') return `trả lời bằng “${nameOf(topic)}”`
    return kind === 'clarify' ? 'hỏi lại' : 'chưa trả lời được'
  }
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        {title}: {shifts.length} câu
      </Title>
      {shifts.map((shift) => (
        <Card key={`${shift.owner} ${shift.text}`} withBorder padding="sm">
          <Group justify="space-between">
            <Text fw={600}>“{shift.text}”</Text>
            <Group gap={6}>
              {shift.count > 1 && (
                <Badge color="gray" variant="outline" c="dark">
                  {shift.count} lần
                </Badge>
              )}
              {shift.owner !== null && <Verdicts shift={shift} />}
            </Group>
          </Group>
          {shift.owner !== null && <Text size="sm">Ví dụ của mục: {nameOf(shift.owner)}</Text>}
          <Text size="sm">Trước: {tell(shift.before)}</Text>
          <Text size="sm">Nay: {tell(shift.after)}</Text>
        </Card>
      ))}
    </Stack>
  )
}

/** Whether an entry's own example comes to its entry, or no longer does. */
function Verdicts({ shift: { owner, before, after } }: { shift: Shift }) {
  if (after.topic === owner)
    return (
      <Badge color="green" variant="outline" c="dark">
        Đúng hơn
      </Badge>
    )
  return before.topic === owner ? (
    <Badge color="red" variant="outline" c="dark">
      Mất câu đúng
    </Badge>
  ) : null
}
