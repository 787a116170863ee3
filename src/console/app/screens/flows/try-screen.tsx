import {
  Alert,
  Anchor,
  Box,
  Button,
  Group,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Play, PlayedTurn, PlayInput } from '../../../../rehearsal/play-guide'
import type { FlowView } from '../../../flows/create-flows-routes'
import { callApi } from '../../call-api'
import { ScreenFrame } from '../../shell/screen-frame'
import { CHANNEL_NAMES } from '../answers/answer-words'
import { ChatReply } from '../answers/chat-reply'
import { LossList } from '../answers/loss-list'
import { FlowLinks } from './flow-links'
import { useFlow } from './use-flows'

/** A guide played as a citizen would, on any channel. Nothing is kept of it. */
export function TryScreen() {
  const { id = '' } = useParams()
  const { data: flow, error } = useFlow(id)
  return (
    <ScreenFrame title={flow ? `Thử: ${flow.outline.title}` : 'Thử hướng dẫn'} error={error}>
      <FlowLinks id={id} at="/try" />
      {flow && <Played key={id} flow={flow} />}
    </ScreenFrame>
  )
}

function Played({ flow: { id, draft } }: { flow: FlowView }) {
  const [channel, setChannel] = useState('zalo')
  const [inputs, setInputs] = useState<PlayInput[]>([])
  const [typed, setTyped] = useState('')
  const { data, error, isFetching } = useQuery({
    queryKey: ['flows-play', id, draft?.version, channel, inputs],
    queryFn: ({ signal }) =>
      callApi<Play>(`/flows/${id}/play`, { method: 'POST', body: { channel, inputs }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
  const turns = data?.turns ?? []
  // What came after a button that is gone was never said.
  const said = data?.isCut ? inputs.slice(0, turns.length - 1) : inputs
  const add = (input: PlayInput) => setInputs([...said, input])
  return (
    <Stack maw={640}>
      <Text>
        {draft
          ? `Đang thử lời trong nháp của ${draft.author}, chưa đăng.`
          : 'Đang thử lời đang dùng.'}{' '}
        Không có gì được lưu hay đếm.
      </Text>
      <SegmentedControl
        aria-label="Trên kênh"
        data={Object.entries(CHANNEL_NAMES).map(([value, label]) => ({ value, label }))}
        value={channel}
        onChange={setChannel}
        fullWidth
      />
      {error && <Alert color="red">{error.message}</Alert>}
      <Stack role="log" aria-label="Cuộc trò chuyện thử" gap="sm">
        {turns.map((turn, index) => (
          <Turn
            // biome-ignore lint/suspicious/noArrayIndexKey: turns are known by their order alone
            key={index}
            id={id}
            turn={turn}
            onPress={
              index === turns.length - 1 && !isFetching ? (pressed) => add({ pressed }) : undefined
            }
          />
        ))}
      </Stack>
      {data?.isCut && (
        <Alert color="orange">
          Kênh này hiện chữ trên nút khác, hoặc nút vừa bị đổi; các bước sau đó được bỏ đi.
        </Alert>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() === '') return
          add({ typed: typed.trim() })
          setTyped('')
        }}
      >
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            label="Gõ như người dân"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            flex={1}
          />
          <Button type="submit" loading={isFetching && inputs.length > 0}>
            Gửi
          </Button>
        </Group>
      </form>
      <Group>
        <Button variant="default" disabled={inputs.length === 0} onClick={() => setInputs([])}>
          Làm lại từ đầu
        </Button>
        <Button
          variant="default"
          disabled={said.length === 0}
          onClick={() => setInputs(said.slice(0, -1))}
        >
          Bỏ lượt vừa rồi
        </Button>
      </Group>
    </Stack>
  )
}

function Turn({
  id,
  turn: { said, flow, step, messages, losses },
  onPress,
}: {
  id: string
  turn: PlayedTurn
  onPress: ((title: string) => void) | undefined
}) {
  return (
    <Stack gap="xs">
      {said !== null && (
        <Box bg="blue.1" p="sm" maw="80%" style={{ borderRadius: 12, alignSelf: 'flex-end' }}>
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {said}
          </Text>
        </Box>
      )}
      <Box maw="92%">
        <ChatReply messages={messages} {...(onPress && { onPress })} />
        <LossList losses={losses} />
        {onPress && flow === id && step && (
          <Anchor
            component={Link}
            to={`/flows/${id}/edit?step=${step}`}
            size="sm"
            underline="always"
          >
            Xem, sửa lời của bước này
          </Anchor>
        )}
      </Box>
    </Stack>
  )
}
