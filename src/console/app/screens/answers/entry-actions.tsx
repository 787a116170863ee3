import { Alert, Button, Group, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import type { EntryView } from '../../../answers/create-draft-views'
import { callApi } from '../../call-api'
import { confirm } from '../../confirm'
import { useChange } from '../../use-change'
import { PublishBar } from './publish-bar'
import type { Editor } from './use-editor'
import type { EntryProblems } from './use-entry-problems'

/** What is done with a draft: saved, thrown away, shown to others, published. */
export function EntryActions<Form>({
  entry,
  editor,
  needsSecond,
  problems,
}: {
  entry: EntryView<Form> | null
  editor: Editor<Form>
  needsSecond: boolean
  problems: EntryProblems
}) {
  const { kind } = editor
  const navigate = useNavigate()
  const queries = useQueryClient()
  const draft = entry?.draft ?? null
  const errors = problems.all.filter(({ level }) => level === 'error').length
  const discard = useChange(
    async () => {
      if (!entry || !draft) return
      const body = { version: draft.version }
      await callApi(`${kind.base}/${entry.id}/draft`, { method: 'DELETE', body })
      if (!entry.published) {
        await navigate(kind.list)
        return
      }
      editor.takeUp(await callApi<EntryView<Form>>(`${kind.base}/${entry.id}`))
    },
    {
      done: 'Đã bỏ nháp.',
      refresh: [
        [...kind.key, 'list'],
        [...kind.key, 'waiting'],
      ],
    },
  )
  return (
    <Stack>
      <TextInput
        label="Vì sao sửa"
        description="Người duyệt và nhật ký sẽ thấy"
        value={editor.note}
        onChange={({ currentTarget }) => editor.setNote(currentTarget.value)}
      />
      {errors > 0 && (
        <Alert color="red" role="status">
          Còn {errors} chỗ phải sửa trước khi đăng; vẫn lưu nháp được.
        </Alert>
      )}
      <Group>
        <Button
          onClick={editor.save}
          loading={editor.isSaving}
          disabled={!editor.isDirty && !draft?.overtakenBy}
        >
          Lưu nháp
        </Button>
        {draft && (
          <Button
            variant="default"
            loading={discard.isPending}
            onClick={() =>
              confirm({
                title: 'Bỏ nháp này?',
                text: 'Những gì viết trong nháp sẽ mất. Bản đang dùng vẫn như cũ.',
                yes: 'Bỏ nháp',
                onYes: () => discard.mutate(),
              })
            }
          >
            Bỏ nháp
          </Button>
        )}
        {draft && entry && (
          <Button component={Link} to={`${kind.list}/${entry.id}/replay`} variant="default">
            Nếu đăng thì điều gì thay đổi?
          </Button>
        )}
      </Group>
      {entry && draft && !editor.isDirty && (
        <PublishBar
          key={draft.version}
          path={`${kind.base}/${entry.id}/draft`}
          draft={draft}
          needsSecond={needsSecond}
          onDone={async () => {
            await queries.invalidateQueries({ queryKey: kind.key })
            editor.takeUp(await callApi<EntryView<Form>>(`${kind.base}/${entry.id}`))
          }}
        />
      )}
    </Stack>
  )
}
