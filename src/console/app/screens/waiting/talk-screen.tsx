import { Alert, Anchor, Badge, Button, Group, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import type { TalkItem } from '../../../waiting/to-talk'
import type { WaitingPerson } from '../../../waiting/to-waiting-person'
import { callApi } from '../../call-api'
import { channelName } from '../../channel-name'
import { useAccount } from '../../session/use-account'
import { useMayEdit } from '../../session/use-may-edit'
import { ScreenFrame } from '../../shell/screen-frame'
import { useChange } from '../../use-change'
import { ReplyForm } from './reply-form'
import { toStateWords } from './state-words'
import { TalkView } from './talk-view'
import { WAITING_KEY } from './waiting-key'

const REFRESH_MS = 3_000

/** One conversation: what was said, and answering in it. */
export function TalkScreen() {
  const { id = '' } = useParams()
  const { data: account } = useAccount()
  const mayEdit = useMayEdit()
  const navigate = useNavigate()
  const { data, error } = useQuery({
    queryKey: [...WAITING_KEY, id],
    queryFn: () =>
      callApi<{ person: WaitingPerson; items: TalkItem[]; lastReply: number }>(`/waiting/${id}`),
    refetchInterval: REFRESH_MS,
  })
  const take = useChange(
    (from: number | null) => callApi(`/waiting/${id}/take`, { method: 'POST', body: { from } }),
    { refresh: [WAITING_KEY] },
  )
  const handBack = useChange(
    () => callApi(`/waiting/${id}/hand-back`, { method: 'POST', body: {} }),
    {
      done: 'Loa trả lời người này từ bây giờ.',
      onDone: () => navigate('/waiting'),
    },
  )
  const isMine = data?.person.takenBy?.id === account?.id
  const title = data
    ? `Người dân số ${data.person.id} trên ${channelName(data.person.channel)}`
    : 'Trả lời người dân'
  return (
    <ScreenFrame title={title} error={error}>
      <Anchor component={Link} to="/waiting">
        ← Danh sách người chờ
      </Anchor>
      {!data && !error && <Loader aria-label="Đang tải" />}
      {data && (
        <>
          <Badge color={toStateWords(data.person).color} size="lg" tt="none">
            {toStateWords(data.person).words}
          </Badge>
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
    </ScreenFrame>
  )
}
