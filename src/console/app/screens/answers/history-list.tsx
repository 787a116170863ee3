import { Alert, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { EntryView } from '../../../answers/create-draft-views'
import type { HistoryItem } from '../../../answers/read-history'
import type { Restored } from '../../../answers/restore-entry'
import { callApi } from '../../call-api'
import { confirm } from '../../confirm'
import { useAccount } from '../../session/use-account'
import { showTime } from '../../show-time'
import { tell } from '../../tell'
import { useChange } from '../../use-change'
import type { FormKind } from './form-kind'
import { ValueChange } from './value-change'

/** The published states of an entry or a guide, newest first, each with what it changed. */
export function HistoryList<Form>({
  kind,
  entry: { id, published, draft },
}: {
  kind: FormKind<Form>
  entry: EntryView<Form>
}) {
  const { data: account } = useAccount()
  const { data, error } = useQuery({
    queryKey: [...kind.key, 'history', id],
    queryFn: () => callApi<{ items: HistoryItem[] }>(`${kind.base}/${id}/history`),
  })
  const restore = useChange(
    (revision: number) =>
      callApi<Restored>(`${kind.base}/${id}/restore`, {
        method: 'POST',
        body: { revision, basedOn: published?.hash ?? '' },
      }),
    {
      refresh: [kind.key],
      onDone: ({ outcome }) =>
        tell.done(outcome === 'waiting' ? 'Đã gửi duyệt việc khôi phục.' : 'Đã khôi phục.'),
    },
  )
  const canRestore = account?.role !== 'viewer' && draft === null
  return (
    <>
      {error && (
        <Alert color="red" role="alert">
          {error.message}
        </Alert>
      )}
      {draft && <Text>Mục này đang có nháp; đăng hoặc bỏ nháp rồi mới khôi phục được.</Text>}
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
                          text: `Lời của ${kind.noun} sẽ như lúc ${showTime(item.publishedAt)}.`,
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
                <ValueChange
                  key={change.field}
                  change={change}
                  name={published ? kind.nameField(change.field, published.form) : change.field}
                />
              ))}
              {item.event === null && item.changes.length === 0 && (
                <Text size="sm">Không đổi lời nào; chỉ đổi trong tệp.</Text>
              )}
            </Stack>
          </Card>
        ))}
      </Stack>
    </>
  )
}
