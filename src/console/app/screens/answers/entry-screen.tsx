import { Anchor, Center, Loader } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { ScreenFrame } from '../../shell/screen-frame'
import { EntryEditor } from './entry-editor'
import { useChoices, useEntry } from './use-answers'

/** An entry: its form, how it looks, and what becomes of it. */
export function EntryScreen() {
  const { id = '' } = useParams()
  const { data: entry, error } = useEntry(id)
  const { data: choices, error: choicesError } = useChoices()
  return (
    <ScreenFrame
      title={entry?.draft?.form.question || entry?.published?.form.question || 'Câu trả lời'}
      error={error ?? choicesError}
    >
      <Anchor component={Link} to="/answers" underline="always">
        Về danh sách
      </Anchor>
      {entry && choices ? (
        <EntryEditor key={entry.id} entry={entry} choices={choices} />
      ) : (
        !error && (
          <Center>
            <Loader aria-label="Đang mở" />
          </Center>
        )
      )}
    </ScreenFrame>
  )
}
