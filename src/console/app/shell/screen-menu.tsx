import { NavLink } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { NavLink as RouterLink, useMatch } from 'react-router'
import { isAtLeast, type Role } from '../../../storage/role'
import { type Screen, screens } from '../routes'

/** The screens that somebody of this role may open, and the page from which everybody hands on links and posters. */
export function ScreenMenu({ role, onChosen }: { role: Role; onChosen(): void }) {
  const open = screens.filter(({ least, isHidden }) => !isHidden && isAtLeast(role, least))
  return (
    <>
      {open.map((screen) => (
        <ScreenLink key={screen.path} screen={screen} onChosen={onChosen} />
      ))}
      <NavLink
        href="/share"
        target="_blank"
        label="Áp phích, đường dẫn"
        leftSection={<IconQrcode size={20} />}
        onClick={onChosen}
      />
    </>
  )
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
