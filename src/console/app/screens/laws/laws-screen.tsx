import { Anchor, Card, Loader, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { fold } from '../../../../text/fold'
import type { LawRow } from '../../../laws/create-laws-routes'
import { callApi } from '../../call-api'
import { ScreenFrame } from '../../shell/screen-frame'
import { LAWS_KEY, type LawList } from './law-types'
import { ReviewLine } from './review-line'

/** Legal documents, how much rests on each, and the lists of what is to be looked at again. */
export function LawsScreen() {
  const [search, setSearch] = useState('')
  const { data, error } = useQuery({
    queryKey: [...LAWS_KEY, 'list'],
    queryFn: () => callApi<LawList>('/laws'),
  })
  const found = data?.documents.filter(({ name }) => fold(name).includes(fold(search.trim()))) ?? []
  const open = data?.reviews.filter(({ waiting }) => waiting > 0) ?? []
  const ended = data?.reviews.filter(({ waiting }) => waiting === 0) ?? []
  return (
    <ScreenFrame title="Văn bản pháp luật" error={error}>
      <Text c="dark.4">
        Những văn bản mà câu trả lời, hướng dẫn và giấy tờ đã phát dựa vào. Khi một văn bản thay
        đổi, mở văn bản ấy để lập danh sách mọi thứ phải xem lại.
      </Text>
      {!data && !error && <Loader aria-label="Đang tải" />}
      {open.length > 0 && <Reviews title="Đang xem lại" reviews={open} />}
      {data && (
        <Stack gap="xs">
          <TextInput
            label="Tìm văn bản"
            description="Số, ký hiệu hoặc tên, có dấu hay không dấu"
            type="search"
            maw={420}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          />
          <Text role="status" aria-live="polite">
            {found.length === 0 ? 'Không có văn bản nào như vậy.' : `${found.length} văn bản`}
          </Text>
          <Stack gap="xs" component="ul" p={0} m={0}>
            {found.map((row) => (
              <Card key={row.id} withBorder component="li" padding="sm">
                <Anchor component={Link} to={`/laws/${row.id}`} fw={600} underline="always">
                  {row.name}
                </Anchor>
                <Text size="sm" c="dark.4">
                  {toCounts(row)}
                </Text>
              </Card>
            ))}
          </Stack>
        </Stack>
      )}
      {ended.length > 0 && <Reviews title="Đã xem lại xong" reviews={ended} />}
    </ScreenFrame>
  )
}

function Reviews({ title, reviews }: { title: string; reviews: LawList['reviews'] }) {
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h3">
        {title}
      </Title>
      <Stack gap="xs" component="ul" p={0} m={0}>
        {reviews.map((review) => (
          <ReviewLine key={review.id} review={review} />
        ))}
      </Stack>
    </Stack>
  )
}

function toCounts({ counts: { topics, flows, notes, links } }: LawRow): string {
  return [
    [topics, 'câu trả lời'],
    [flows, 'hướng dẫn'],
    [notes, 'lời dặn'],
    [links, 'đường dẫn đã phát'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(' · ')
}
