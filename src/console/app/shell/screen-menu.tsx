import { NavLink } from '@mantine/core'
import { NavLink as RouterLink, useMatch } from 'react-router'
import { isAtLeast, type Role } from '../../../storage/role'
import { type Screen, screens } from '../routes'

/** The screens that somebody of this role may open. */
export function ScreenMenu({ role, onChosen }: { role: Role; onChosen(): void }) {
  return screens
    .filter(({ least, isHidden }) => !isHidden && isAtLeast(role, least))
    .map((screen) => <ScreenLink key={screen.path} screen={screen} onChosen={onChosen} />)
}

function ScreenLink({ screen, onChosen }: { screen: Screen; onChosen(): void }) {
  const { path, title, icon: Icon } = screen
  const isHere = useMatch({ path, end: path === '/' }) !== null
  return (
    <NavLink
      component={RouterLink}
      to={path}
      label={title}
      leftSection={<Icon size={20} />}
      active={isHere}
      onClick={onChosen}
    />
  )
}
