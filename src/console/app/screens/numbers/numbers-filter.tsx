import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { channelName } from '../../channel-name'
import type { NumberChoices, NumberFilter } from './numbers-types'

/** Which days, which channel, which entry. */
export function NumbersFilter(props: {
  choices: NumberChoices
  filter: NumberFilter
  onChange(filter: NumberFilter): void
}) {
  const { choices, filter, onChange } = props
  const set = (change: Partial<NumberFilter>) => onChange({ ...filter, ...change })
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }}>
      <TextInput
        type="date"
        label="Từ ngày"
        value={filter.from}
        max={filter.to}
        // An emptied field is a day that is still being typed.
        onChange={({ currentTarget: { value } }) => value && set({ from: value })}
      />
      <TextInput
        type="date"
        label="Đến ngày"
        value={filter.to}
        min={filter.from}
        max={choices.today}
        onChange={({ currentTarget: { value } }) => value && set({ to: value })}
      />
      <Select
        label="Kênh"
        data={[
          { value: '', label: 'Mọi kênh' },
          ...choices.channels.map((channel) => ({ value: channel, label: channelName(channel) })),
        ]}
        value={filter.channel}
        onChange={(channel) => set({ channel: channel ?? '' })}
      />
      <Select
        label="Mục"
        searchable
        data={[
          { value: '', label: 'Mọi mục' },
          ...choices.topics.map(({ id, question }) => ({ value: id, label: question })),
        ]}
        value={filter.topic}
        onChange={(topic) => set({ topic: topic ?? '' })}
        nothingFoundMessage="Không có mục nào như vậy"
      />
    </SimpleGrid>
  )
}
