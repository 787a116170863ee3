import { Badge, Card, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Awaiting } from '../../../home/create-home-routes'
import { callApi } from '../../call-api'
import { useAccount } from '../../session/use-account'
import { ScreenFrame } from '../../shell/screen-frame'

/** Greets, and shows what waits for this person. */
export function HomeScreen() {
  const { data: account } = useAccount()
  const { data, error } = useQuery({
    queryKey: ['home'],
    queryFn: () => callApi<{ awaiting: Awaiting[] }>('/home'),
  })
  return (
    <ScreenFrame title={`Chào ${account?.name}`} error={error}>
      {data?.awaiting.length === 0 && <Text>Không có việc nào đang chờ bạn.</Text>}
      {data?.awaiting.map(({ text, count, to, isUrgent }) => (
        <Card maw={720} key={`${to} ${text}`} component={Link} to={to} withBorder>
          <Group wrap="nowrap">
            <Badge size="xl" circle color={isUrgent ? 'red' : 'blue'}>
              {count}
            </Badge>
            <Text>{text}</Text>
          </Group>
        </Card>
      ))}
    </ScreenFrame>
  )
}
