import { Badge, Card, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { WaitingPerson } from '../../../waiting/to-waiting-person'
import { callApi } from '../../call-api'
import { channelName } from '../../channel-name'
import { ErrorNote } from '../../error-note'
import { formatTime } from '../../format-time'
import { toStateWords } from './state-words'

const REFRESH_MS = 10_000

/** People who asked for a person, who has waited longest first. */
export function WaitingScreen() {
  const { data, error } = useQuery({
    queryKey: ['waiting'],
    queryFn: () => callApi<{ people: WaitingPerson[] }>('/waiting'),
    refetchInterval: REFRESH_MS,
  })
  return (
    <Stack maw={900}>
      <Title order={1} size="h2">
        Người chờ gặp cán bộ
      </Title>
      <Text c="dark.4">
        Người dân nhắn muốn gặp người thật. Khi bạn nhận trả lời, Loa im lặng trong cuộc trò chuyện
        ấy cho tới khi bạn trả lại.
      </Text>
      <ErrorNote error={error} />
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
                  Nhờ gặp cán bộ lúc {formatTime(person.askedAt)}
                  {person.heardAt !== null && `, nhắn gần nhất lúc ${formatTime(person.heardAt)}`}
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
    </Stack>
  )
}
