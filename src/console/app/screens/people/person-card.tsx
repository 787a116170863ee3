import { Badge, Group, Paper, Select, Stack, Text } from '@mantine/core'
import { ROLES, type Role } from '../../../../storage/role'
import { ROLE_NAMES } from '../../../people/role-names'
import type { Person } from '../../../people/to-person'
import { callApi } from '../../call-api'
import { showTime } from '../../show-time'
import { useChange } from '../../use-change'
import type { HandedLink } from './handed-link-dialog'
import { PEOPLE_KEY } from './people-key'
import { PersonMenu } from './person-menu'

/** One person: what they may do, how it stands with their account, and what can be done about it. */
export function PersonCard({ person, onLink }: { person: Person; onLink(link: HandedLink): void }) {
  const { id, name, email, role } = person
  const changeRole = useChange(
    (next: Role) => callApi(`/people/${id}/role`, { method: 'PUT', body: { role: next } }),
    { done: `Đã đổi quyền của ${name}.`, refresh: [PEOPLE_KEY] },
  )
  return (
    <Paper withBorder p="md" component="section" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2} miw={0}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="gray.7">
            {email}
          </Text>
        </Stack>
        <PersonMenu person={person} onLink={onLink} />
      </Group>
      <Group mt="sm" align="center">
        <Select
          aria-label={`Quyền của ${name}`}
          w={150}
          data={ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }))}
          value={role}
          disabled={changeRole.isPending}
          onChange={(value) => {
            const next = ROLES.find((known) => known === value)
            if (next && next !== role) changeRole.mutate(next)
          }}
        />
        <PersonState person={person} />
      </Group>
    </Paper>
  )
}

function PersonState({ person: { state, hasLink, hasTotp, signedInAt } }: { person: Person }) {
  if (state === 'locked') return <Badge color="red">Đang khóa</Badge>
  if (state === 'invited')
    return (
      <Badge color={hasLink ? 'blue' : 'orange'}>
        {hasLink ? 'Chờ nhận lời mời' : 'Lời mời đã hết hạn'}
      </Badge>
    )
  return (
    <Text size="sm" c="gray.7">
      {signedInAt === null ? 'Chưa đăng nhập' : `Đăng nhập ${showTime(signedInAt)}`}
      {hasTotp && ' · xác thực hai lớp'}
    </Text>
  )
}
