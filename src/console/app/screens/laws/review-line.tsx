import { Anchor, Badge, Card, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { LawReview, LawReviewSum } from '../../../../storage/law-review-table'
import { showTime } from '../../show-time'
import { showDay } from '../answers/answer-words'

/** What became of a document: `Bị thay bằng Nghị định 1/2027/NĐ-CP từ 01/01/2027`. */
export function toChangeWords({ replacedBy, effectiveOn }: LawReview): string {
  const what = replacedBy === null ? 'Đã thay đổi' : `Bị thay bằng ${replacedBy}`
  return effectiveOn === null ? what : `${what}, từ ${showDay(effectiveOn)}`
}

/** A review list in a list of them. */
export function ReviewLine({ review }: { review: LawReviewSum }) {
  const { id, name, openedBy, openedAt, total, waiting } = review
  return (
    <Card withBorder component="li" padding="sm">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Anchor component={Link} to={`/laws/reviews/${id}`} fw={600} underline="always">
          {name}
        </Anchor>
        <Badge color={waiting > 0 ? 'orange' : 'green'} variant="outline" c="dark">
          {waiting > 0 ? `Còn ${waiting}/${total} mục` : `Xong ${total} mục`}
        </Badge>
      </Group>
      <Text size="sm">{toChangeWords(review)}</Text>
      <Text size="sm" c="dark.4">
        {openedBy}, {showTime(openedAt)}
      </Text>
    </Card>
  )
}
