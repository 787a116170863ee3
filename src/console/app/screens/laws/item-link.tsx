import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { LawReviewItem } from '../../../../storage/law-review-table'

/** The title of an item, leading to where it is edited or, where that is in a file, read. */
export function ItemLink({
  kind,
  target,
  title,
}: Pick<LawReviewItem, 'kind' | 'target' | 'title'>) {
  if (kind === 'topic') {
    return (
      <Anchor component={Link} to={`/answers/${target}`} fw={600} underline="always">
        {title}
      </Anchor>
    )
  }
  if (kind === 'note') return <Text fw={600}>{title}</Text>
  const page = kind === 'flow' ? `/g/${target}` : `/share${target}`
  return (
    <Anchor href={page} target="_blank" rel="noreferrer" fw={600} underline="always">
      {title}
    </Anchor>
  )
}
