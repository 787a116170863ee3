import { IconLock, IconLockOpen, IconShieldOff, IconTrash } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Person } from '../../../people/to-person'

/** Something that an admin can do to an account. */
export type PersonAction = {
  label: string
  icon: ComponentType<{ size?: number | string }>
  method: 'PUT' | 'DELETE'
  /** After `/people/<id>`. */
  path: string
  /** What to say when it is done. */
  done: string
  /** What will happen: asked about first. */
  warning?: string
}

/** What can be done to this account now, beside giving it a link. */
export function personActions({ name, state, hasTotp }: Person): PersonAction[] {
  const dropTotp: PersonAction = {
    label: 'Bỏ xác thực hai lớp',
    icon: IconShieldOff,
    method: 'DELETE',
    path: '/totp',
    done: `Đã bỏ xác thực hai lớp của ${name}.`,
    warning: `${name} sẽ đăng nhập chỉ bằng mật khẩu cho đến khi bật lại. Hãy chắc chắn rằng chính người này nhờ bạn.`,
  }
  const lock: PersonAction = {
    label: 'Khóa tài khoản',
    icon: IconLock,
    method: 'PUT',
    path: '/lock',
    done: `Đã khóa tài khoản của ${name}.`,
    warning: `${name} bị đăng xuất ngay ở mọi nơi và không vào được nữa cho đến khi được mở khóa.`,
  }
  const unlock: PersonAction = {
    label: 'Mở khóa',
    icon: IconLockOpen,
    method: 'DELETE',
    path: '/lock',
    done: `Đã mở khóa tài khoản của ${name}.`,
  }
  const uninvite: PersonAction = {
    label: 'Hủy lời mời',
    icon: IconTrash,
    method: 'DELETE',
    path: '',
    done: `Đã hủy lời mời ${name}.`,
    warning: `Đường dẫn đã gửi cho ${name} sẽ không dùng được nữa.`,
  }
  return [
    ...(hasTotp ? [dropTotp] : []),
    state === 'locked' ? unlock : lock,
    ...(state === 'invited' ? [uninvite] : []),
  ]
}
