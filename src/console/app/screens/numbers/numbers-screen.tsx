import { Button, Loader, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NumberKey } from '../../../numbers/read-numbers'
import { callApi } from '../../call-api'
import { ScreenFrame } from '../../shell/screen-frame'
import { FunnelSection } from './funnel-section'
import { NumbersChart } from './numbers-chart'
import { NumbersFilter } from './numbers-filter'
import { NumbersTable } from './numbers-table'
import {
  KEY_NAMES,
  type NamedTable,
  type NumberChoices,
  type NumberFilter,
  toQuery,
} from './numbers-types'

const DAY_MS = 24 * 3_600_000
const FIRST_DAYS = 30

/** How much was asked and answered: a chart, the table behind it, the guides, and all of it for Excel. */
export function NumbersScreen() {
  const { data: choices, error } = useQuery({
    queryKey: ['numbers', 'choices'],
    queryFn: () => callApi<NumberChoices>('/numbers/choices'),
  })
  return (
    <ScreenFrame title="Số liệu" error={error}>
      {!choices && !error && <Loader aria-label="Đang tải" />}
      {choices && <Numbers choices={choices} />}
    </ScreenFrame>
  )
}

function Numbers({ choices }: { choices: NumberChoices }) {
  const { today } = choices
  const [filter, setFilter] = useState<NumberFilter>({
    from: daysBefore(today, FIRST_DAYS - 1),
    to: today,
    channel: '',
    topic: '',
  })
  const [key, setKey] = useState<NumberKey>('day')
  const query = toQuery(filter)
  const { data, error } = useQuery({
    queryKey: ['numbers', key, query],
    queryFn: () => callApi<NamedTable>(`/numbers?by=${key}&${query}`),
    placeholderData: (before) => before,
  })
  return (
    <Stack>
      <NumbersFilter choices={choices} filter={filter} onChange={setFilter} />
      <SegmentedControl
        aria-label="Xem theo"
        data={Object.entries(KEY_NAMES).map(([value, label]) => ({ value, label }))}
        value={key}
        // The values are the keys of `KEY_NAMES`.
        onChange={(value) => setKey(value as NumberKey)}
        style={{ alignSelf: 'flex-start' }}
      />
      {error && <Text c="red.9">{error.message}</Text>}
      {data && <NumbersChart table={data} by={key} />}
      {data && <NumbersTable table={data} by={key} hasPeople={key !== 'topic' && !filter.topic} />}
      <Text size="sm" c="dark.4">
        Số từ 1 đến 4 chỉ ghi "&lt;5", để không ai bị nhận ra; tổng có số như vậy ghi "≥" là ít nhất
        chừng ấy. Lượt người đếm riêng từng ngày: ai nhắn hai ngày là hai lượt.
      </Text>
      <Button
        component="a"
        href={`/console/api/numbers/export.xlsx?${query}`}
        download
        variant="default"
        leftSection={<IconDownload size={20} />}
        style={{ alignSelf: 'flex-start' }}
      >
        Tải bảng Excel
      </Button>
      <FunnelSection choices={choices} query={query} />
    </Stack>
  )
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * DAY_MS).toISOString().slice(0, 10)
}
