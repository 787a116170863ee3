import { Loader } from '@mantine/core'
import { useParams } from 'react-router'
import { ScreenFrame } from '../../shell/screen-frame'
import { FlowEditor } from './flow-editor'
import { FlowLinks } from './flow-links'
import { useFlow } from './use-flows'

/** What a guide says, step by step, and what becomes of what is written. */
export function FlowEditScreen() {
  const { id = '' } = useParams()
  const { data: flow, error } = useFlow(id)
  return (
    <ScreenFrame title={flow ? `Lời của: ${flow.outline.title}` : 'Hướng dẫn'} error={error}>
      <FlowLinks id={id} at="/edit" />
      {flow ? <FlowEditor key={id} flow={flow} /> : !error && <Loader aria-label="Đang mở" />}
    </ScreenFrame>
  )
}
