import { Stack, Textarea } from '@mantine/core'
import type { TopicForm } from '../../../../knowledge/topic-form'
import { CHANNEL_NAMES } from './answer-words'

type Channels = TopicForm['answer']['channels']

/** What a channel says instead; a field that is empty says what all say. */
export function ChannelWords({
  channels,
  onChange,
  names,
}: {
  channels: Channels
  onChange(channels: Channels): void
  names: readonly string[]
}) {
  const set = (name: string, part: 'short' | 'detail', text: string) => {
    const { [part]: _old, ...rest } = channels[name] ?? {}
    const own = text === '' ? rest : { ...rest, [part]: text }
    const { [name]: _own, ...others } = channels
    onChange(Object.keys(own).length === 0 ? others : { ...others, [name]: own })
  }
  const field = (name: string, part: 'short' | 'detail', label: string) => (
    <Textarea
      label={`${label} trên ${CHANNEL_NAMES[name] ?? name}`}
      placeholder="Như mọi kênh"
      value={channels[name]?.[part] ?? ''}
      onChange={({ currentTarget }) => set(name, part, currentTarget.value)}
    />
  )
  return (
    <Stack>
      {names.map((name) => (
        <Stack key={name} gap="xs">
          {field(name, 'short', 'Câu ngắn')}
          {field(name, 'detail', 'Nói thêm')}
        </Stack>
      ))}
    </Stack>
  )
}
