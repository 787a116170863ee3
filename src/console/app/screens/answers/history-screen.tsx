import { Anchor } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { ScreenFrame } from '../../shell/screen-frame'
import { ENTRY_FORM } from './entry-form-kind'
import { HistoryList } from './history-list'
import { useEntry } from './use-answers'

/** Every published state of an entry, in plain words, and the way back to each. */
export function HistoryScreen() {
  const { id = '' } = useParams()
  const { data: entry, error } = useEntry(id)
  return (
    <ScreenFrame title={`Các bản trước: ${entry?.published?.form.question ?? ''}`} error={error}>
      <Anchor component={Link} to={`/answers/${id}`} underline="always">
        Về câu trả lời
      </Anchor>
      {entry && <HistoryList kind={ENTRY_FORM} entry={entry} />}
    </ScreenFrame>
  )
}
