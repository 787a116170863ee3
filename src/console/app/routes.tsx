import { IconHistory, IconHome, IconUserCircle, IconUsers } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Role } from '../../storage/role'

/** A screen: it gets an address under `/console` and, unless hidden, a line in the menu. */
export type Screen = {
  /** `/answers`; with parameters as React Router takes them: `/answers/:id`. */
  path: string
  title: string
  icon: ComponentType<{ size?: number | string }>
  /** Who may open it; others do not see it in the menu. */
  least: Role
  /** Loads the screen's component when it is opened. */
  load(): Promise<ComponentType>
  /** Not in the menu: reached from another screen. */
  isHidden?: boolean
}

/** Every screen, in the order of the menu: a new one is one more here. */
export const screens: readonly Screen[] = [
  {
    path: '/',
    title: 'Trang chính',
    icon: IconHome,
    least: 'viewer',
    load: async () => (await import('./screens/home/home-screen')).HomeScreen,
  },
  {
    path: '/audit',
    title: 'Nhật ký',
    icon: IconHistory,
    least: 'approver',
    load: async () => (await import('./screens/audit/audit-screen')).AuditScreen,
  },
  {
    path: '/people',
    title: 'Người dùng',
    icon: IconUsers,
    least: 'admin',
    load: async () => (await import('./screens/people/people-screen')).PeopleScreen,
  },
  {
    path: '/account',
    title: 'Tài khoản của tôi',
    icon: IconUserCircle,
    least: 'viewer',
    load: async () => (await import('./screens/account/account-screen')).AccountScreen,
    isHidden: true,
  },
]
