import { Alert, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { EntryView } from '../../../answers/create-draft-views'
import { showTime } from '../../show-time'
import type { FormKind } from './form-kind'
import { ValueChange } from './value-change'

/** Where an entry and its draft stand, and what others published since the draft was begun. */
export function DraftStatus<Form>({
  kind,
  entry,
  links,
}: {
  kind: FormKind<Form>
  entry: EntryView<Form>
  /** Where else to look, once it is published. */
  links: ReactNode
}) {
  const { draft, published } = entry
  return (
    <Stack gap="xs">
      <Text>{describe(entry)}</Text>
      {published && <Group>{links}</Group>}
      {draft?.problem && (
        <Alert color="orange" title="Nháp được trả lại">
          {draft.problem}
        </Alert>
      )}
      {draft?.overtakenBy && (
        <Alert color="orange" title="Bản đang dùng đã được người khác sửa sau khi có nháp này">
          <Stack gap="xs">
            {draft.overtakenBy.map((change) => (
              <ValueChange
                key={change.field}
                change={change}
                name={kind.nameField(change.field, draft.form)}
              />
            ))}
            <Text size="sm">Bấm Lưu nháp để chọn giữ bên nào.</Text>
          </Stack>
        </Alert>
      )}
    </Stack>
  )
}

function describe({ draft, published }: EntryView<unknown>): string {
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
