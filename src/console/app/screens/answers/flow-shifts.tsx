import { Card, Stack, Text, Title } from '@mantine/core'
import type { FlowShift } from '../../../../rehearsal/replay'

const OUTCOMES = {
  stay: 'làm tiếp theo bản họ đã bắt đầu',
  carried: 'chuyển sang bản mới, đúng chỗ đang làm',
  restart: 'làm lại từ đầu theo bản mới',
  lost: 'không còn bản họ đã bắt đầu; được mời làm lại',
} as const

/** People in the middle of an edited guide: how many at each step, and what they will see. */
export function FlowShifts({ shifts }: { shifts: readonly FlowShift[] }) {
  if (shifts.length === 0) return null
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        Người đang làm dở hướng dẫn
      </Title>
      {shifts.map(({ flow, title, step, count, outcome, sees }) => (
        <Card key={`${flow} ${step} ${outcome}`} withBorder padding="sm">
          <Text fw={600}>
            {title}, bước {step}: {count} người {OUTCOMES[outcome]}
          </Text>
          {sees && <Text size="sm">Họ sẽ thấy: {sees}</Text>}
        </Card>
      ))}
    </Stack>
  )
}
