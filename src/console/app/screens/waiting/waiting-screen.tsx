import { Badge, Card, Group, Loader, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { WaitingPerson } from '../../../waiting/to-waiting-person'
import { callApi } from '../../call-api'
import { channelName } from '../../channel-name'
import { ScreenFrame } from '../../shell/screen-frame'
import { showTime } from '../../show-time'
import { toStateWords } from './state-words'
import { WAITING_KEY } from './waiting-key'

const REFRESH_MS = 10_000

/** People who asked for a person, who has waited longest first. */
export function WaitingScreen() {
  const { data, error } = useQuery({
    queryKey: WAITING_KEY,
    queryFn: () => callApi<{ people: WaitingPerson[] }>('/waiting'),
    refetchInterval: REFRESH_MS,
  })
  return (
    <ScreenFrame title="Người chờ gặp cán bộ" error={error}>
      <Text c="dark.4">
        Người dân nhắn muốn gặp người thật. Khi bạn nhận trả lời, Loa im lặng trong cuộc trò chuyện
        ấy cho tới khi bạn trả lại.
      </Text>
      {!data && !error && <Loader aria-label="Đang tải" />}
      {data?.people.length === 0 && <Text>Không có ai đang chờ.</Text>}
      {data?.people.map((person) => {
        const { color, words } = toStateWords(person)
        return (
          <Card key={person.id} component={Link} to={`/waiting/${person.id}`} withBorder>
            <Group justify="space-between">
              <Stack gap={4}>
                <Text fw={600}>
                  Người dân số {person.id} trên {channelName(person.channel)}
                </Text>
                <Text size="sm" c="dark.4">
                  Nhờ gặp cán bộ lúc {showTime(person.askedAt)}
                  {person.heardAt !== null && `, nhắn gần nhất lúc ${showTime(person.heardAt)}`}
                </Text>
                {person.closed && <Text size="sm">{person.closed}</Text>}
              </Stack>
              <Badge color={color} size="lg" tt="none">
                {words}
              </Badge>
            </Group>
          </Card>
        )
      })}
    </ScreenFrame>
  )
}
