import { Anchor, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Restored } from '../../../answers/restore-entry'
import type { ReviewCalendar } from '../../../laws/create-review-calendar'
import type { DueReview } from '../../../laws/due-reviews'
import { callApi } from '../../call-api'
import { useMayEdit } from '../../session/use-may-edit'
import { tell } from '../../tell'
import { useChange } from '../../use-change'
import { showDay } from '../answers/answer-words'
import { ANSWERS_KEY } from '../answers/use-answers'
import { ItemLink } from '../laws/item-link'
import { LAWS_KEY } from '../laws/law-types'
import { toDayId } from './month-grid'

const WHY_NAMES: Readonly<Record<DueReview['why'], string>> = {
  review: 'Soát lại',
  expiry: 'Hết hạn dùng',
  law: 'Văn bản thay đổi',
}
const WHY_COLORS = { review: 'blue', expiry: 'orange', law: 'grape' } as const

/** What is due, day by day. */
export function DueList({
  due,
  calendar,
}: {
  due: readonly DueReview[]
  calendar: ReviewCalendar
}) {
  const days = [...new Set(due.map(({ day }) => day))]
  return days.map((day) => (
    <Stack key={day} gap="xs" id={toDayId(day)} component="section">
      <Title order={3} size="h4">
        {showDay(day)}
      </Title>
      <Stack gap="xs" component="ul" p={0} m={0}>
        {due
          .filter((one) => one.day === day)
          .map((one) => (
            <DueCard key={`${one.kind} ${one.id} ${one.why}`} due={one} calendar={calendar} />
          ))}
      </Stack>
    </Stack>
  ))
}

function DueCard({ due, calendar }: { due: DueReview; calendar: ReviewCalendar }) {
  const { kind, id, title, owner, why } = due
  const mayEdit = useMayEdit()
  const queries = useQueryClient()
  const hasDraft = kind === 'topic' && calendar.drafts.includes(id)
  const review = useChange(
    () =>
      callApi<Restored>(`/laws/topics/${id}/reviewed`, {
        method: 'POST',
        body: { revision: calendar.revision },
      }),
    {
      refresh: [LAWS_KEY, ANSWERS_KEY, ['home']],
      onDone: ({ outcome }) =>
        tell.done(
          outcome === 'waiting'
            ? 'Đã gửi duyệt ngày soát mới. Mục rời lịch này khi người khác duyệt.'
            : 'Đã ghi ngày soát mới.',
        ),
    },
  )
  return (
    <Card withBorder component="li" padding="sm" aria-label={title}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={2} flex="1 1 260px">
          {kind === 'law' ? (
            <Anchor component={Link} to={`/laws/reviews/${id}`} fw={600} underline="always">
              {title}
            </Anchor>
          ) : (
            <ItemLink kind={kind} target={id} title={title} />
          )}
          <Text size="sm" c="dark.4">
            {owner}
          </Text>
        </Stack>
        <Badge color={WHY_COLORS[why]} variant="outline" c="dark">
          {WHY_NAMES[why]}
        </Badge>
      </Group>
      {hasDraft && (
        <Text size="sm" mt="xs">
          Đang có nháp; mở mục để xem và gửi duyệt.
        </Text>
      )}
      {mayEdit && kind === 'topic' && why === 'review' && !hasDraft && (
        <Group mt="xs">
          <Button
            variant="default"
            size="compact-md"
            loading={review.isPending}
            onClick={() =>
              review.mutate(undefined, {
                // What was refused may have left a draft, or the entry is another's by now.
                onError: () => queries.invalidateQueries({ queryKey: LAWS_KEY }),
              })
            }
          >
            Đã xem lại, vẫn đúng
          </Button>
        </Group>
      )}
    </Card>
  )
}
