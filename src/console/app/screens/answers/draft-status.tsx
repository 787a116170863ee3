import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { EntryView } from '../../../answers/create-draft-views'
import { showTime } from '../../show-time'
import { ValueChange } from './value-change'

/** Where an entry and its draft stand, and what others published since the draft was begun. */
export function DraftStatus({ entry }: { entry: EntryView }) {
  const { id, draft, published } = entry
  return (
    <Stack gap="xs">
      <Text>{describe(entry)}</Text>
      {published && (
        <Group>
          <Anchor component={Link} to={`/answers/${id}/history`} underline="always">
            Các bản trước, khôi phục
          </Anchor>
          <Anchor href={`/t/${id}`} target="_blank" underline="always">
            Trang người dân xem
          </Anchor>
        </Group>
      )}
      {draft?.problem && (
        <Alert color="orange" title="Nháp được trả lại">
          {draft.problem}
        </Alert>
      )}
      {draft?.overtakenBy && (
        <Alert
          color="orange"
          title="Câu trả lời đang dùng đã được người khác sửa sau khi có nháp này"
        >
          <Stack gap="xs">
            {draft.overtakenBy.map((change) => (
              <ValueChange key={change.field} change={change} />
            ))}
            <Text size="sm">Bấm Lưu nháp để chọn giữ bên nào.</Text>
          </Stack>
        </Alert>
      )}
    </Stack>
  )
}

function describe({ draft, published }: EntryView): string {
  if (!draft) return 'Đang xem bản đang dùng, chưa có nháp.'
  const by = `${draft.author}, ${showTime(draft.updatedAt)}`
  const what = published ? 'Đang xem nháp' : 'Mục mới, chưa đăng'
  switch (draft.state) {
    case 'waiting':
      return `${what}, đang chờ duyệt (${by}).`
    case 'scheduled':
      return `${what}, ${draft.approver} đã duyệt, sẽ đăng lúc ${showTime(draft.publishAt ?? 0)}.`
    case 'draft':
      return `${what} (${by}).`
  }
}
