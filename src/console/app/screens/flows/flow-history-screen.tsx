import { useParams } from 'react-router'
import { ScreenFrame } from '../../shell/screen-frame'
import { HistoryList } from '../answers/history-list'
import { FLOW_FORM } from './flow-form-kind'
import { FlowLinks } from './flow-links'
import { useFlow } from './use-flows'

/** Every published state of a guide, by what it says, and the way back to each. */
export function FlowHistoryScreen() {
  const { id = '' } = useParams()
  const { data: flow, error } = useFlow(id)
  return (
    <ScreenFrame title={`Các bản trước: ${flow?.outline.title ?? ''}`} error={error}>
      <FlowLinks id={id} at="/history" />
      {flow && <HistoryList kind={FLOW_FORM} entry={flow} />}
    </ScreenFrame>
  )
}
