import { Alert, Anchor, Badge, Button, Group, Loader, Stack, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import type { TalkItem } from '../../../waiting/to-talk'
import type { WaitingPerson } from '../../../waiting/to-waiting-person'
import { callApi } from '../../call-api'
import { channelName } from '../../channel-name'
import { ErrorNote } from '../../error-note'
import { useAccount } from '../../session/use-account'
import { useMayEdit } from '../../session/use-may-edit'
import { ReplyForm } from './reply-form'
import { toStateWords } from './state-words'
import { TalkView } from './talk-view'

const REFRESH_MS = 3_000

/** One conversation: what was said, and answering in it. */
export function TalkScreen() {
  const { id = '' } = useParams()
  const { data: account } = useAccount()
  const mayEdit = useMayEdit()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { data, error } = useQuery({
    queryKey: ['waiting', id],
    queryFn: () =>
      callApi<{ person: WaitingPerson; items: TalkItem[]; lastReply: number }>(`/waiting/${id}`),
    refetchInterval: REFRESH_MS,
  })
  const refresh = () => queries.invalidateQueries({ queryKey: ['waiting'] })
  const take = useMutation({
    mutationFn: (from: number | null) =>
      callApi(`/waiting/${id}/take`, { method: 'POST', body: { from } }),
    onSettled: refresh,
  })
  const handBack = useMutation({
    mutationFn: () => callApi(`/waiting/${id}/hand-back`, { method: 'POST', body: {} }),
    async onSuccess() {
      notifications.show({ message: 'Đã trả lại. Loa trả lời người này từ bây giờ.' })
      navigate('/waiting')
      await refresh()
    },
  })
  const isMine = data?.person.takenBy?.id === account?.id
  return (
    <Stack maw={900}>
      <Anchor component={Link} to="/waiting">
        ← Danh sách người chờ
      </Anchor>
      <ErrorNote error={error ?? take.error ?? handBack.error} />
      {!data && !error && <Loader aria-label="Đang tải" />}
      {data && (
        <>
          <Group justify="space-between">
            <Title order={1} size="h2">
              Người dân số {data.person.id} trên {channelName(data.person.channel)}
            </Title>
            <Badge color={toStateWords(data.person).color} size="lg" tt="none">
              {toStateWords(data.person).words}
            </Badge>
          </Group>
          <TalkView items={data.items} />
          {data.person.closed && <Alert color="yellow">{data.person.closed}</Alert>}
          {mayEdit && isMine && (
            <ReplyForm id={id} seen={data.lastReply} isClosed={data.person.closed !== null} />
          )}
          {mayEdit && (
            <Group>
              {!isMine && (
                <Button
                  loading={take.isPending}
                  onClick={() => take.mutate(data.person.takenBy?.id ?? null)}
                >
                  {data.person.takenBy
                    ? `Trả lời thay ${data.person.takenBy.name}`
                    : 'Nhận trả lời'}
                </Button>
              )}
              {(isMine || !data.person.takenBy) && (
                <Button
                  variant="default"
                  loading={handBack.isPending}
                  onClick={() => handBack.mutate()}
                >
                  {isMine ? 'Xong, trả lại cho Loa' : 'Không cần trả lời'}
                </Button>
              )}
            </Group>
          )}
        </>
      )}
    </Stack>
  )
}
