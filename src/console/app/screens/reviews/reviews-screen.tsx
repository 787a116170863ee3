import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReviewCalendar } from '../../../laws/create-review-calendar'
import { callApi } from '../../call-api'
import { ScreenFrame } from '../../shell/screen-frame'
import { LAWS_KEY } from '../laws/law-types'
import { DueList } from './due-list'
import { addMonths, showMonth, toMonth } from './month'
import { MonthGrid } from './month-grid'

/** What is to be looked at again, when: the overdue first, then month by month. */
export function ReviewsScreen() {
  const { data, error } = useQuery({
    queryKey: [...LAWS_KEY, 'calendar'],
    queryFn: () => callApi<ReviewCalendar>('/laws/calendar'),
  })
  return (
    <ScreenFrame title="Lịch xem lại" error={error}>
      <Text c="dark.4">
        Ngày phải soát lại từng câu trả lời và hướng dẫn, ngày hết hạn dùng, ngày văn bản mới có
        hiệu lực.
        {data && ` Mục không hẹn ngày thì soát lại sau ${data.lastsDays} ngày.`}
      </Text>
      {!data && !error && <Loader aria-label="Đang tải" />}
      {data && <Calendar calendar={data} />}
    </ScreenFrame>
  )
}

function Calendar({ calendar }: { calendar: ReviewCalendar }) {
  const { today, due } = calendar
  const overdue = due.filter(({ day }) => day < today)
  const coming = due.filter(({ day }) => day >= today)
  const [month, setMonth] = useState(toMonth(coming[0]?.day ?? today))
  const ofMonth = coming.filter(({ day }) => toMonth(day) === month)
  const next = coming.find(({ day }) => toMonth(day) > month)
  return (
    <Stack>
      <Button
        component="a"
        href="/console/api/laws/reviews.ics"
        download
        variant="default"
        leftSection={<IconDownload size={20} />}
        style={{ alignSelf: 'flex-start' }}
      >
        Tải lịch cho Outlook, Google
      </Button>
      {overdue.length > 0 && (
        <Stack component="section">
          <Alert color="red" title={`Quá hạn: ${overdue.length} mục`} />
          <DueList due={overdue} calendar={calendar} />
        </Stack>
      )}
      <Group justify="space-between" wrap="nowrap">
        <Button
          variant="default"
          px="xs"
          aria-label="Tháng trước"
          onClick={() => setMonth(addMonths(month, -1))}
        >
          <IconChevronLeft size={20} />
        </Button>
        <Title order={2} size="h3" ta="center" aria-live="polite">
          {showMonth(month)}
        </Title>
        <Button
          variant="default"
          px="xs"
          aria-label="Tháng sau"
          onClick={() => setMonth(addMonths(month, 1))}
        >
          <IconChevronRight size={20} />
        </Button>
      </Group>
      <MonthGrid month={month} today={today} due={due} />
      {ofMonth.length === 0 && (
        <Group>
          <Text>Không còn mục nào đến hạn trong tháng này.</Text>
          {next && (
            <Button variant="subtle" onClick={() => setMonth(toMonth(next.day))}>
              Xem {showMonth(toMonth(next.day)).toLowerCase()}
            </Button>
          )}
        </Group>
      )}
      <DueList due={ofMonth} calendar={calendar} />
    </Stack>
  )
}
