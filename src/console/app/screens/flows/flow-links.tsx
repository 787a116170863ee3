import { Anchor, Group } from '@mantine/core'
import { Link } from 'react-router'

const SCREENS = [
  { path: '', name: 'Sơ đồ, số người' },
  { path: '/edit', name: 'Lời của các bước' },
  { path: '/try', name: 'Thử' },
  { path: '/history', name: 'Các bản trước' },
] as const

/** The way from one screen of a guide to its others. */
export function FlowLinks({
  id,
  at,
}: {
  id: string
  /** The screen that is open, or another that has no line here. */
  at: (typeof SCREENS)[number]['path'] | 'other'
}) {
  return (
    <Group component="nav" aria-label="Các trang của hướng dẫn này" gap="md">
      <Anchor component={Link} to="/flows" underline="always">
        Mọi hướng dẫn
      </Anchor>
      {SCREENS.filter(({ path }) => path !== at).map(({ path, name }) => (
        <Anchor key={path} component={Link} to={`/flows/${id}${path}`} underline="always">
          {name}
        </Anchor>
      ))}
    </Group>
  )
}
