import { Group, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { CONFIDENCE_NAMES, DRAFT_NAMES, STATE_NAMES } from './answer-words'
import { useChoices } from './use-answers'

const toOptions = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

const STATES = toOptions({ ...STATE_NAMES, ...DRAFT_NAMES })
const CONFIDENCES = toOptions(CONFIDENCE_NAMES)
const REVIEWS = toOptions({ overdue: 'Quá hạn soát', soon: 'Soát trong 30 ngày tới' })

/** What the list is narrowed by. */
export function AnswerFilters({
  params,
  set,
}: {
  params: URLSearchParams
  set(name: string, value: string | null): void
}) {
  const { data: choices } = useChoices()
  const [search, setSearch] = useState(params.get('search') ?? '')
  const look = useDebouncedCallback((words: string) => set('search', words), 250)
  const groups = choices?.groups.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const select = (name: string, label: string, data: { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder="Tất cả"
      data={data}
      value={params.get(name)}
      onChange={(value) => set(name, value)}
      clearable
      clearButtonProps={{ 'aria-label': `Bỏ lọc theo ${label.toLowerCase()}` }}
      allowDeselect
      w={{ base: '100%', xs: 210 }}
    />
  )
  return (
    <Group align="flex-end">
      <TextInput
        label="Tìm"
        description="Gõ có dấu hay không dấu đều được"
        type="search"
        value={search}
        onChange={({ currentTarget: { value } }) => {
          setSearch(value)
          look(value)
        }}
        w={{ base: '100%', xs: 300 }}
      />
      {select('group', 'Nhóm', groups)}
      {select('state', 'Tình trạng', STATES)}
      {select('review', 'Kỳ soát lại', REVIEWS)}
      {select('confidence', 'Độ chắc chắn', CONFIDENCES)}
    </Group>
  )
}
