import { Alert, Center, Loader, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { Replay } from '../../../../rehearsal/replay'
import type { FlowView } from '../../../flows/create-flows-routes'
import { callApi } from '../../call-api'
import { ScreenFrame } from '../../shell/screen-frame'
import { FlowShifts } from '../answers/flow-shifts'
import { GoldenShifts } from '../answers/golden-shifts'
import { FLOWS_KEY } from './flow-form-kind'
import { FlowLinks } from './flow-links'

/** What publishing a guide's draft would change: for whom is in the middle of it, and in the golden conversations. */
export function FlowReplayScreen() {
  const { id = '' } = useParams()
  const { data, error } = useQuery({
    queryKey: [...FLOWS_KEY, 'replay', id],
    queryFn: () => replayDraft(id),
    refetchOnWindowFocus: false,
    gcTime: 0,
    retry: false,
  })
  return (
    <ScreenFrame title="Nếu đăng thì điều gì thay đổi?" error={error}>
      <FlowLinks id={id} at="other" />
      {data === undefined && !error && (
        <Center>
          <Stack align="center">
            <Loader aria-label="Đang thử" />
            <Text>Đang thử lại các hội thoại mẫu; có thể mất đến một phút.</Text>
          </Stack>
        </Center>
      )}
      {data === null && <Text>Hướng dẫn này không có nháp nào.</Text>}
      {data && (
        <Stack>
          <Alert color={data.flows.length > 0 ? 'orange' : 'green'} title={summarise(data)}>
            Đã thử {data.tried.goldens} hội thoại mẫu.
          </Alert>
          <FlowShifts shifts={data.flows} />
          <GoldenShifts shifts={data.goldens} />
        </Stack>
      )}
    </ScreenFrame>
  )
}

/** Null where there is no draft. */
async function replayDraft(id: string): Promise<Replay | null> {
  const { draftText: text } = await callApi<FlowView>(`/flows/${id}`)
  if (text === null) return null
  return callApi<Replay>(`/answers/flows/${id}/replay`, { method: 'POST', body: { text } })
}

function summarise({ flows }: Replay): string {
  const count = flows.reduce((sum, one) => sum + one.count, 0)
  return count === 0
    ? 'Không có ai đang làm dở hướng dẫn này'
    : `${count} người đang làm dở hướng dẫn này`
}
