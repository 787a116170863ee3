import { Card, Stack, Text, Title } from '@mantine/core'
import type { GoldenShift } from '../../../../rehearsal/replay'
import { compareWords } from './compare-words'

/** Turns of golden conversations in which the bot would say something else. */
export function GoldenShifts({ shifts }: { shifts: readonly GoldenShift[] }) {
  if (shifts.length === 0) return null
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        Hội thoại mẫu: {shifts.length} lượt
      </Title>
      {shifts.map(({ name, title, said, before, after }, index) => {
        const words = compareWords(before, after)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns may say the same
          <Card key={`${name} ${index}`} withBorder padding="sm">
            <Text fw={600}>{title}</Text>
            <Text size="sm">Người dân: “{said}”</Text>
            <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
              Nay: {words.before}
              {words.removed && <del>{words.removed}</del>}{' '}
              {words.added && <mark>{words.added}</mark>}
              {words.after}
            </Text>
          </Card>
        )
      })}
    </Stack>
  )
}
