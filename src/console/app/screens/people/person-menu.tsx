import { ActionIcon, Menu } from '@mantine/core'
import { IconDotsVertical, IconLink } from '@tabler/icons-react'
import type { Person } from '../../../people/to-person'
import { callApi } from '../../call-api'
import { confirm } from '../../confirm'
import { tell } from '../../tell'
import { useChange } from '../../use-change'
import type { HandedLink } from './handed-link-dialog'
import { PEOPLE_KEY } from './people-key'
import { type PersonAction, personActions } from './person-actions'

/** What an admin can do about a person's account. */
export function PersonMenu({ person, onLink }: { person: Person; onLink(link: HandedLink): void }) {
  const { id, name, state } = person
  const purpose = state === 'invited' ? 'invite' : 'reset'
  const makeLink = useChange(
    () => callApi<{ link: string }>(`/people/${id}/link`, { method: 'POST' }),
    { refresh: [PEOPLE_KEY], onDone: ({ link }) => onLink({ name, path: link, purpose }) },
  )
  const act = useChange(
    ({ method, path }: PersonAction) => callApi(`/people/${id}${path}`, { method }),
    { refresh: [PEOPLE_KEY], onDone: (_answer, { done }) => tell.done(done) },
  )
  const choose = (action: PersonAction) => {
    const { label, warning } = action
    if (warning === undefined) act.mutate(action)
    else confirm({ title: `${label}?`, text: warning, yes: label, onYes: () => act.mutate(action) })
  }
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="dark" size="lg" aria-label={`Việc khác với ${name}`}>
          <IconDotsVertical size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {state !== 'locked' && (
          <Menu.Item leftSection={<IconLink size={18} />} onClick={() => makeLink.mutate()}>
            {purpose === 'invite' ? 'Tạo đường dẫn mời mới' : 'Đặt lại mật khẩu'}
          </Menu.Item>
        )}
        {personActions(person).map((action) => (
          <Menu.Item
            key={action.label}
            leftSection={<action.icon size={18} />}
            onClick={() => choose(action)}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
