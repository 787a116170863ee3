import { Alert, Anchor, Center, Loader, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { Replay } from '../../../../rehearsal/replay'
import { callApi } from '../../call-api'
import { ScreenFrame } from '../../shell/screen-frame'
import { FlowShifts } from './flow-shifts'
import { GoldenShifts } from './golden-shifts'
import { Shifts } from './shifts'
import { useChoices, useEntry } from './use-answers'

/** What publishing an entry's draft would change, by what people asked, the examples and the golden conversations. */
export function ReplayScreen() {
  const { id = '' } = useParams()
  const { data: entry } = useEntry(id)
  const { data: choices } = useChoices()
  const version = entry?.draft?.version
  const { data, error } = useQuery({
    queryKey: ['answers-replay', id, version],
    queryFn: () => callApi<Replay>(`/answers/entries/${id}/draft/replay`, { method: 'POST' }),
    enabled: version !== undefined,
    refetchOnWindowFocus: false,
    retry: false,
  })
  const nameOf = (topic: string | null) =>
    choices?.topics.find((one) => one.id === topic)?.question ?? topic ?? ''
  return (
    <ScreenFrame title="Nếu đăng thì điều gì thay đổi?" error={error}>
      <Anchor component={Link} to={`/answers/${id}`} underline="always">
        Về câu trả lời
      </Anchor>
      {entry?.draft === null && <Text>Mục này không có nháp nào.</Text>}
      {!data && version !== undefined && !error && (
        <Center>
          <Stack align="center">
            <Loader aria-label="Đang thử" />
            <Text>Đang thử lại các câu người dân đã hỏi; có thể mất đến một phút.</Text>
          </Stack>
        </Center>
      )}
      {data && (
        <Stack>
          <Alert color={isCalm(data) ? 'green' : 'orange'} title={summarise(data)}>
            Đã thử {data.tried.questions} câu người dân hỏi trong 30 ngày, {data.tried.examples}
            {data.tried.examples < data.tried.ofExamples && ` trong ${data.tried.ofExamples}`} câu
            ví dụ, {data.tried.goldens} hội thoại mẫu.
            {data.newWords > 0 && ` ${data.newWords} lượt hỏi sẽ nhận lời mới của mục này.`}
          </Alert>
          <Shifts title="Câu người dân đã hỏi" shifts={data.questions} nameOf={nameOf} />
          <Shifts title="Câu ví dụ của các mục" shifts={data.examples} nameOf={nameOf} />
          <GoldenShifts shifts={data.goldens} />
          <FlowShifts shifts={data.flows} />
        </Stack>
      )}
    </ScreenFrame>
  )
}

const countOf = ({ questions, examples, goldens, flows }: Replay) =>
  questions.length + examples.length + goldens.length + flows.length

const isCalm = (replay: Replay) => countOf(replay) === 0

function summarise(replay: Replay): string {
  const count = countOf(replay)
  return count === 0 ? 'Không có câu nào được trả lời khác đi' : `${count} chỗ sẽ khác`
}
