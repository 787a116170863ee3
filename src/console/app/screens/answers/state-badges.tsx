import { Badge, Group } from '@mantine/core'
import type { EntryRow } from '../../../answers/entry-row'
import { DRAFT_NAMES, STATE_NAMES } from './answer-words'

const STATE_COLORS = { live: 'green', expired: 'orange', off: 'gray', new: 'gray' } as const
const DRAFT_COLORS = { draft: 'blue', waiting: 'grape', scheduled: 'teal' } as const

/** The state of an entry and of its draft, in words. */
export function StateBadges({
  state,
  draft,
}: {
  state: EntryRow['state']
  draft: Pick<NonNullable<EntryRow['draft']>, 'state'> | null
}) {
  return (
    <Group gap={6}>
      <Badge color={STATE_COLORS[state]} variant="outline" autoContrast={false} c="dark">
        {STATE_NAMES[state]}
      </Badge>
      {draft && (
        <Badge color={DRAFT_COLORS[draft.state]} variant="filled">
          {DRAFT_NAMES[draft.state]}
        </Badge>
      )}
    </Group>
  )
}
