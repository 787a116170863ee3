import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { LawReviewItem } from '../../../../storage/law-review-table'

/** The title of an item, leading to where it is edited or, where that is in a file, read. */
export function ItemLink({
  kind,
  target,
  title,
}: Pick<LawReviewItem, 'kind' | 'target' | 'title'>) {
  if (kind === 'topic' || kind === 'flow') {
    const screen = kind === 'topic' ? '/answers' : '/flows'
    return (
      <Anchor component={Link} to={`${screen}/${target}`} fw={600} underline="always">
        {title}
      </Anchor>
    )
  }
  if (kind === 'note') return <Text fw={600}>{title}</Text>
  return (
    <Anchor href={`/share${target}`} target="_blank" rel="noreferrer" fw={600} underline="always">
      {title}
    </Anchor>
  )
}
