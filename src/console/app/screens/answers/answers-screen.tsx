import { Alert, Anchor, Button, Card, Group, Pagination, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { EntryList } from '../../../answers/list-entries'
import { callApi } from '../../call-api'
import { useAccount } from '../../session/use-account'
import { ScreenFrame } from '../../shell/screen-frame'
import { AnswerFilters } from './answer-filters'
import { showDay } from './answer-words'
import { StateBadges } from './state-badges'
import { ANSWERS_KEY } from './use-answers'

/** The list of entries: searched, filtered, by pages. What is looked for stands in the address. */
export function AnswersScreen() {
  const { data: account } = useAccount()
  const [params, setParams] = useSearchParams()
  const query = params.toString()
  const { data, error } = useQuery({
    queryKey: [...ANSWERS_KEY, 'list', query],
    queryFn: () => callApi<EntryList & { fileProblems: string[] }>(`/answers?${query}`),
    placeholderData: keepPreviousData,
  })
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        if (name !== 'page') after.delete('page')
        return after
      },
      { replace: true },
    )
  return (
    <ScreenFrame title="Câu trả lời" error={error}>
      <Group>
        {account?.role !== 'viewer' && (
          <Button component={Link} to="/answers/new">
            Thêm câu trả lời
          </Button>
        )}
        <Button component={Link} to="/answers/waiting" variant="default">
          Chờ duyệt, hẹn giờ
        </Button>
      </Group>
      <AnswerFilters params={params} set={set} />
      {data && data.fileProblems.length > 0 && (
        <Alert color="orange" title="Tệp trên máy chủ đang có lỗi nên chưa được dùng">
          {data.fileProblems.slice(0, 3).map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
        </Alert>
      )}
      {data && (
        <Text role="status" aria-live="polite">
          {data.total === 0 ? 'Không có câu trả lời nào như vậy.' : `${data.total} câu trả lời`}
        </Text>
      )}
      <Stack gap="xs" component="ul" p={0} m={0}>
        {data?.rows.map((row) => (
          <Card key={row.id} withBorder component="li" padding="sm">
            <Group justify="space-between" align="flex-start" gap="xs">
              <Anchor component={Link} to={`/answers/${row.id}`} fw={600} underline="always">
                {row.question || '(chưa có câu hỏi)'}
              </Anchor>
              <StateBadges state={row.state} draft={row.draft} />
            </Group>
            <Text size="sm" c="dark.4">
              {row.draft ? `${row.draft.author} đang sửa · ` : ''}
              {row.owner} · soát lại trước {showDay(row.reviewBy)}
            </Text>
          </Card>
        ))}
      </Stack>
      {data && data.pages > 1 && (
        <Pagination
          total={data.pages}
          value={data.page}
          onChange={(page) => set('page', String(page))}
          getControlProps={(control) => ({ 'aria-label': CONTROLS[control] })}
          getItemProps={(page) => ({ 'aria-label': `Trang ${page}` })}
        />
      )}
    </ScreenFrame>
  )
}

const CONTROLS = {
  first: 'Trang đầu',
  previous: 'Trang trước',
  next: 'Trang sau',
  last: 'Trang cuối',
} as const
