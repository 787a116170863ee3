import { Button, Loader, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AuditEntry } from '../../../../storage/audit-table'
import { callApi } from '../../call-api'
import { ScreenFrame } from '../../shell/screen-frame'
import { type AuditChoice, AuditFilters, EVERYTHING } from './audit-filters'
import { AuditList } from './audit-list'

type AuditPage = { entries: AuditEntry[]; hasMore: boolean }

/** What people did in the console, newest first. */
export function AuditScreen() {
  const [choice, setChoice] = useState<AuditChoice>(EVERYTHING)
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['audit', choice],
    queryFn: ({ pageParam }) =>
      callApi<AuditPage>(`/audit?${new URLSearchParams({ ...choice, before: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: ({ entries, hasMore }) => (hasMore ? String(entries.at(-1)?.id) : null),
  })
  const entries = data?.pages.flatMap((page) => page.entries)
  return (
    <ScreenFrame title="Nhật ký" error={error}>
      <Text c="gray.7">Mọi thay đổi đều được ghi lại ở đây; không ai sửa hay xóa được.</Text>
      <AuditFilters choice={choice} onChange={setChoice} />
      <Stack aria-busy={isFetching}>
        {entries?.length === 0 && <Text>Không có việc nào khớp với bộ lọc.</Text>}
        {entries && entries.length > 0 && <AuditList entries={entries} />}
        {isFetching && <Loader aria-label="Đang mở" />}
        {hasNextPage && !isFetching && (
          <Button variant="default" onClick={() => void fetchNextPage()}>
            Xem việc cũ hơn
          </Button>
        )}
      </Stack>
    </ScreenFrame>
  )
}
