import { Anchor, Grid, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Link, useNavigate } from 'react-router'
import type { EntryView } from '../../../answers/create-draft-views'
import { useAccount } from '../../session/use-account'
import { ConflictDialog } from './conflict-dialog'
import { DraftStatus } from './draft-status'
import { EntryActions } from './entry-actions'
import { EntryForm } from './entry-form'
import { ENTRY_FORM } from './entry-form-kind'
import { EntryPreview } from './entry-preview'
import { TryBox } from './try-box'
import { UnsavedGuard } from './unsaved-guard'
import type { Choices } from './use-answers'
import { useEditor } from './use-editor'
import { useEntryProblems } from './use-entry-problems'

/** The id under which the form of a new entry is previewed and checked. */
const NEW_ID = 'muc-moi'
/** The server is asked when nobody has typed for so long, in milliseconds. */
const PAUSE_MS = 500

/** The form, beside it how it looks and what would be answered. @param entry null for a new one */
export function EntryEditor({ entry, choices }: { entry: EntryView | null; choices: Choices }) {
  const { data: account } = useAccount()
  const navigate = useNavigate()
  const editor = useEditor(ENTRY_FORM, entry, {
    onCreated: (id) => navigate(`/answers/${id}`, { replace: true }),
  })
  const [form] = useDebouncedValue(editor.form, PAUSE_MS)
  const id = entry?.id ?? NEW_ID
  const canWrite = account !== null && account?.role !== 'viewer'
  const problems = useEntryProblems('/answers/check', { id, form }, canWrite)
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack>
          {entry && (
            <DraftStatus
              kind={ENTRY_FORM}
              entry={entry}
              links={
                <>
                  <Anchor component={Link} to={`/answers/${id}/history`} underline="always">
                    Các bản trước, khôi phục
                  </Anchor>
                  <Anchor href={`/t/${id}`} target="_blank" underline="always">
                    Trang người dân xem
                  </Anchor>
                </>
              }
            />
          )}
          <EntryForm editor={editor} choices={choices} problems={problems} isReadOnly={!canWrite} />
          {canWrite && (
            <EntryActions
              entry={entry}
              editor={editor}
              needsSecond={choices.needsSecond}
              problems={problems}
            />
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack pos={{ md: 'sticky' }} top={76}>
          <EntryPreview id={id} form={form} />
          <TryBox id={id} form={form} canTryDraft={canWrite} />
        </Stack>
      </Grid.Col>
      <ConflictDialog editor={editor} />
      <UnsavedGuard isDirty={editor.isDirty && !editor.isSaving} />
    </Grid>
  )
}
