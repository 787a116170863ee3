import type { Role } from '../../storage/role'

/** What roles are called by those who have them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  viewer: 'Chỉ xem',
  editor: 'Biên tập',
  approver: 'Duyệt',
  admin: 'Quản trị',
}
