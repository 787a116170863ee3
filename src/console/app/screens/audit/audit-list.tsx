import { Group, Paper, Text } from '@mantine/core'
import type { AuditEntry } from '../../../../storage/audit-table'
import { ACTION_NAMES } from '../../../audit/action-names'
import { showTime } from '../../show-time'

/** Lines of the trail: who did what to what, and when. */
export function AuditList({ entries }: { entries: readonly AuditEntry[] }) {
  return entries.map(({ id, notedAt, accountName, action, subject, detail }) => (
    <Paper key={id} withBorder px="md" py="xs" component="article">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{ACTION_NAMES[action] ?? action}</Text>
        <Text size="sm" c="gray.7" component="time">
          {showTime(notedAt)}
        </Text>
      </Group>
      <Text size="sm">
        {accountName}
        {subject !== accountName && ` → ${subject}`}
        {detail !== '' && ` · ${detail}`}
      </Text>
    </Paper>
  ))
}
