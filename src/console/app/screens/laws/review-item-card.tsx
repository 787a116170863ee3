import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { LawReviewState } from '../../../../storage/law-review-table'
import { callApi } from '../../call-api'
import { useMayEdit } from '../../session/use-may-edit'
import { showTime } from '../../show-time'
import { useChange } from '../../use-change'
import { ItemLink } from './item-link'
import { KIND_NAMES, LAWS_KEY, type ReviewItem, STATE_NAMES } from './law-types'
import { Reasons } from './reasons'

const COLORS = { waiting: 'orange', kept: 'green', changed: 'blue' } as const

/** Something to be looked at again: why, whose it is, and what became of it. */
export function ReviewItemCard({ review, item }: { review: number; item: ReviewItem }) {
  const mayEdit = useMayEdit()
  const queries = useQueryClient()
  const refresh = [LAWS_KEY, ['home']]
  const decide = useChange(
    (state: LawReviewState) =>
      callApi(`/laws/reviews/${review}/items/${item.id}`, {
        method: 'POST',
        body: { state, version: item.version },
      }),
    { refresh },
  )
  const button = (state: LawReviewState, words: string, isMain = false) => (
    <Button
      variant={isMain ? 'filled' : 'default'}
      loading={decide.isPending && decide.variables === state}
      onClick={() =>
        decide.mutate(state, {
          // Somebody else may have decided it: that is shown before it is decided again.
          onError: () => queries.invalidateQueries({ queryKey: LAWS_KEY }),
        })
      }
    >
      {words}
    </Button>
  )
  return (
    <Card withBorder component="li" padding="sm" aria-label={item.title}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Stack gap={2} flex="1 1 240px">
            <Text size="sm" c="dark.4">
              {KIND_NAMES[item.kind]}
              {item.kind === 'link' && `: ${item.target}`}
            </Text>
            <ItemLink kind={item.kind} target={item.target} title={item.title} />
          </Stack>
          <Badge color={COLORS[item.state]} variant="outline" c="dark">
            {STATE_NAMES[item.state]}
          </Badge>
        </Group>
        <Text size="sm">Phụ trách: {item.owner}</Text>
        <Reasons lines={item.detail.split('\n')} />
        {item.publishedAt !== null && (
          <Text size="sm">Đã đăng bản mới lúc {showTime(item.publishedAt)}.</Text>
        )}
        {item.decidedBy !== null && item.decidedAt !== null && (
          <Text size="sm" c="dark.4">
            {STATE_NAMES[item.state]}: {item.decidedBy}, {showTime(item.decidedAt)}
          </Text>
        )}
        {mayEdit &&
          (item.state === 'waiting' ? (
            <Group gap="xs">
              {button('kept', 'Đã xem, vẫn đúng', item.publishedAt === null)}
              {button(
                'changed',
                item.kind === 'link' ? 'Đã thay giấy tờ' : 'Đã sửa',
                item.publishedAt !== null,
              )}
            </Group>
          ) : (
            <Group>{button('waiting', 'Xem lại lần nữa')}</Group>
          ))}
      </Stack>
    </Card>
  )
}
