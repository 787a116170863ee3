import { Group, Loader, Select, Stack, Tabs, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '../../call-api'
import { ScreenFrame } from '../../shell/screen-frame'
import { DecisionsList } from './decisions-list'
import { QuestionGroupCard } from './question-group-card'
import type { UnansweredList } from './question-types'

const PERIODS = [
  { value: '7', label: '7 ngày qua' },
  { value: '30', label: '30 ngày qua' },
  { value: '90', label: '90 ngày qua' },
]

/** Questions that were asked in vain, most asked first, each to be taken where it belongs. */
export function UnansweredScreen() {
  const [days, setDays] = useState('30')
  const { data, error } = useQuery({
    queryKey: ['unanswered', days],
    queryFn: () => callApi<UnansweredList>(`/unanswered?days=${days}`),
  })
  return (
    <ScreenFrame title="Chưa trả lời được" error={error}>
      <Text c="dark.4">
        Câu Loa chưa trả lời được, câu phải hỏi lại mà người dân không chọn, và câu trả lời bị chấm
        là chưa đúng. Câu giống nhau gộp làm một, hỏi nhiều nhất đứng đầu.
      </Text>
      <Tabs defaultValue="open" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="open">Chờ xử lý</Tabs.Tab>
          <Tabs.Tab value="decided">Đã xử lý</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="open">
          <Stack>
            <Group>
              <Select
                label="Còn được hỏi trong"
                data={PERIODS}
                value={days}
                onChange={(value) => setDays(value ?? '30')}
              />
            </Group>
            {!data && !error && <Loader aria-label="Đang tải" />}
            {data?.groups.length === 0 && (
              <Text>Không có câu nào chờ xử lý trong thời gian này.</Text>
            )}
            {data?.groups.map((group) => (
              <QuestionGroupCard key={group.members[0]?.form} group={group} list={data} />
            ))}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="decided">
          <DecisionsList />
        </Tabs.Panel>
      </Tabs>
    </ScreenFrame>
  )
}
