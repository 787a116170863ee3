import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { HistoryItem } from '../../../answers/read-history'
import type { Restored } from '../../../answers/restore-entry'
import { callApi } from '../../call-api'
import { confirm } from '../../confirm'
import { useAccount } from '../../session/use-account'
import { ScreenFrame } from '../../shell/screen-frame'
import { showTime } from '../../show-time'
import { tell } from '../../tell'
import { useChange } from '../../use-change'
import { ANSWERS_KEY, useEntry } from './use-answers'
import { ValueChange } from './value-change'

/** Every published state of an entry, in plain words, and the way back to each. */
export function HistoryScreen() {
  const { id = '' } = useParams()
  const { data: account } = useAccount()
  const { data: entry } = useEntry(id)
  const { data, error } = useQuery({
    queryKey: [...ANSWERS_KEY, 'history', id],
    queryFn: () => callApi<{ items: HistoryItem[] }>(`/answers/entries/${id}/history`),
  })
  const restore = useChange(
    (revision: number) =>
      callApi<Restored>(`/answers/entries/${id}/restore`, {
        method: 'POST',
        body: { revision, basedOn: entry?.published?.hash ?? '' },
      }),
    {
      refresh: [ANSWERS_KEY],
      onDone: ({ outcome }) =>
        tell.done(outcome === 'waiting' ? 'Đã gửi duyệt việc khôi phục.' : 'Đã khôi phục.'),
    },
  )
  const canRestore = account?.role !== 'viewer' && entry?.draft === null
  return (
    <ScreenFrame title={`Các bản trước: ${entry?.published?.form.question ?? ''}`} error={error}>
      <Anchor component={Link} to={`/answers/${id}`} underline="always">
        Về câu trả lời
      </Anchor>
      {entry?.draft && <Text>Mục này đang có nháp; đăng hoặc bỏ nháp rồi mới khôi phục được.</Text>}
      <Stack component="ol" p={0} m={0}>
        {data?.items.map((item) => (
          <Card key={item.revision} withBorder component="li">
            <Stack gap="xs">
              <Group justify="space-between">
                <Text fw={600}>
                  {showTime(item.publishedAt)} ·{' '}
                  {item.author === 'files' ? 'sửa trong tệp' : item.author}
                </Text>
                {item.isCurrent ? (
                  <Text fw={600}>Đang dùng</Text>
                ) : (
                  canRestore &&
                  item.event !== 'removed' && (
                    <Button
                      variant="default"
                      size="sm"
                      onClick={() =>
                        confirm({
                          title: 'Khôi phục bản này?',
                          text: `Câu trả lời sẽ như lúc ${showTime(item.publishedAt)}.`,
                          yes: 'Khôi phục',
                          onYes: () => restore.mutate(item.revision),
                        })
                      }
                    >
                      Khôi phục bản này
                    </Button>
                  )
                )}
              </Group>
              {item.author !== 'files' && <Text size="sm">{item.message}</Text>}
              {item.event === 'created' && <Text>Mục được thêm vào.</Text>}
              {item.event === 'removed' && <Text>Tệp của mục bị bỏ đi.</Text>}
              {item.changes.map((change) => (
                <ValueChange key={change.field} change={change} />
              ))}
              {item.event === null && item.changes.length === 0 && (
                <Text size="sm">Chỉ đổi lời ghi chú hoặc cách viết trong tệp.</Text>
              )}
            </Stack>
          </Card>
        ))}
      </Stack>
    </ScreenFrame>
  )
}
