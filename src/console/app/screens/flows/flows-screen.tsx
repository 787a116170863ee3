import { Anchor, Badge, Card, Group, Loader, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { formatCount } from '../../../../insights/shown-count'
import type { FlowRow } from '../../../flows/list-flows'
import { ScreenFrame } from '../../shell/screen-frame'
import { DRAFT_NAMES } from '../answers/answer-words'
import { useFlows } from './use-flows'

/** The list of guides, each with how many people began and ended it lately. */
export function FlowsScreen() {
  const { data, error } = useFlows()
  return (
    <ScreenFrame title="Hướng dẫn từng bước" error={error}>
      <Text>
        Lời và chữ trên nút của từng bước sửa được ở đây. Thêm, bớt, nối lại các bước là việc của
        người phụ trách kỹ thuật.
      </Text>
      {!data && !error && <Loader aria-label="Đang tải" />}
      <Stack gap="xs" component="ul" p={0} m={0}>
        {data?.rows.map((row) => (
          <FlowCard key={row.id} row={row} />
        ))}
      </Stack>
      {data && (
        <Text size="sm" c="dark.4">
          Số người trong 30 ngày qua, làm tròn đến 5; số từ 1 đến 4 chỉ ghi "&lt;5".
        </Text>
      )}
    </ScreenFrame>
  )
}

function FlowCard({ row }: { row: FlowRow }) {
  const { id, title, version, returns, steps, draft, begun, finished } = row
  return (
    <Card withBorder component="li" padding="sm">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Anchor component={Link} to={`/flows/${id}`} fw={600} underline="always">
          {title}
        </Anchor>
        {draft && (
          <Anchor component={Link} to={`/flows/${id}/edit`} underline="always">
            <Badge color={draft.state === 'waiting' ? 'grape' : 'blue'} variant="filled">
              {DRAFT_NAMES[draft.state]} của {draft.author}
            </Badge>
          </Anchor>
        )}
      </Group>
      <Text>
        Bắt đầu: <b>{formatCount(begun)}</b> · Làm xong: <b>{formatCount(finished)}</b>
      </Text>
      <Text size="sm" c="dark.4">
        Bản {version} · {steps} bước{returns && ' · hướng dẫn phụ, xong thì quay về nơi gọi'}
      </Text>
    </Card>
  )
}
