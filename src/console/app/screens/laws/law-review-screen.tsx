import {
  Alert,
  Anchor,
  Button,
  Group,
  Loader,
  Progress,
  SegmentedControl,
  Select,
  Stack,
  Text,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { isAtLeast } from '../../../../storage/role'
import { callApi } from '../../call-api'
import { confirm } from '../../confirm'
import { useAccount } from '../../session/use-account'
import { ScreenFrame } from '../../shell/screen-frame'
import { showTime } from '../../show-time'
import { useChange } from '../../use-change'
import { LAWS_KEY, type LawReviewView } from './law-types'
import { ReviewItemCard } from './review-item-card'
import { toChangeWords } from './review-line'

/** A list of what is to be looked at again because a document changed. */
export function LawReviewScreen() {
  const { id = '' } = useParams()
  const { data, error } = useQuery({
    queryKey: [...LAWS_KEY, 'review', id],
    queryFn: () => callApi<LawReviewView>(`/laws/reviews/${id}`),
  })
  return (
    <ScreenFrame title={data ? `Xem lại: ${data.review.name}` : 'Xem lại'} error={error}>
      <Anchor component={Link} to="/laws" underline="always">
        Về danh sách văn bản
      </Anchor>
      {!data && !error && <Loader aria-label="Đang tải" />}
      {data && <Review {...data} />}
    </ScreenFrame>
  )
}

function Review({ review, items }: LawReviewView) {
  const { data: account } = useAccount()
  const [shown, setShown] = useState('waiting')
  const [owner, setOwner] = useState<string | null>(null)
  const navigate = useNavigate()
  const remove = useChange(() => callApi(`/laws/reviews/${review.id}`, { method: 'DELETE' }), {
    done: 'Đã bỏ danh sách.',
    refresh: [[...LAWS_KEY, 'list'], ['home']],
    onDone: () => navigate('/laws'),
  })
  const waiting = items.filter(({ state }) => state === 'waiting')
  const owners = [...new Set(items.map((item) => item.owner))]
  const listed = (shown === 'waiting' ? waiting : items).filter(
    (item) => owner === null || item.owner === owner,
  )
  const done = items.length - waiting.length
  return (
    <Stack>
      <Stack gap={4}>
        <Text fw={600}>{toChangeWords(review)}</Text>
        {review.note && <Text style={{ whiteSpace: 'pre-line' }}>{review.note}</Text>}
        <Text size="sm" c="dark.4">
          {review.openedBy}, {showTime(review.openedAt)}
        </Text>
      </Stack>
      <Stack gap={4}>
        <Text role="status" aria-live="polite">
          {waiting.length === 0
            ? `Đã xem lại xong ${items.length} mục.`
            : `Đã xem lại ${done}/${items.length} mục.`}
        </Text>
        <Progress
          value={(done / items.length) * 100}
          aria-label={`Đã xem lại ${done} trên ${items.length} mục`}
        />
      </Stack>
      {waiting.length === 0 && <Alert color="green">Danh sách này đã xong.</Alert>}
      <Group align="flex-end">
        <SegmentedControl
          aria-label="Hiện những mục nào"
          data={[
            { value: 'waiting', label: `Chờ xem lại (${waiting.length})` },
            { value: 'all', label: `Tất cả (${items.length})` },
          ]}
          value={shown}
          onChange={setShown}
        />
        {owners.length > 1 && (
          <Select
            label="Nơi phụ trách"
            placeholder="Tất cả"
            data={owners}
            value={owner}
            onChange={setOwner}
            clearable
            clearButtonProps={{ 'aria-label': 'Mọi nơi phụ trách' }}
          />
        )}
      </Group>
      <Stack gap="xs" component="ul" p={0} m={0}>
        {listed.map((item) => (
          <ReviewItemCard key={item.id} review={review.id} item={item} />
        ))}
      </Stack>
      {account && isAtLeast(account.role, 'approver') && (
        <Group>
          <Button
            variant="default"
            loading={remove.isPending}
            onClick={() =>
              confirm({
                title: 'Bỏ danh sách này?',
                text: 'Những gì đã ghi trong danh sách sẽ mất; nhật ký vẫn giữ. Chỉ bỏ khi danh sách lập nhầm.',
                yes: 'Bỏ danh sách',
                onYes: () => remove.mutate(),
              })
            }
          >
            Bỏ danh sách lập nhầm
          </Button>
        </Group>
      )}
    </Stack>
  )
}
