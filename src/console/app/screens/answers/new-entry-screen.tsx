import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { ScreenFrame } from '../../shell/screen-frame'
import { EntryEditor } from './entry-editor'
import { useChoices } from './use-answers'

/** A new entry: the same form, empty. */
export function NewEntryScreen() {
  const { data: choices, error } = useChoices()
  return (
    <ScreenFrame title="Thêm câu trả lời" error={error}>
      <Anchor component={Link} to="/answers" underline="always">
        Về danh sách
      </Anchor>
      {choices && <EntryEditor entry={null} choices={choices} />}
    </ScreenFrame>
  )
}
