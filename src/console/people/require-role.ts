import type { RequestHandler } from 'express'
import { isAtLeast, type Role } from '../../storage/role'
import { Refusal } from '../refusal'
import { signedIn } from './signed-in'

type RoleGuard = RequestHandler & { readonly leastRole: Role }

/** Lets those pass who have this role or a greater one; others are refused (401 who is not signed in, 403 else). */
export function requireRole(role: Role): RequestHandler {
  const guard: RequestHandler = (_request, response, next) => {
    if (!isAtLeast(signedIn(response).role, role))
      throw new Refusal(403, 'Tài khoản của bạn không được làm việc này. Hãy nhờ quản trị viên.')
    next()
  }
  return Object.assign(guard, { leastRole: role })
}

/** The role that a handler requires, if it is such a guard. */
export function leastRoleOf(handler: RequestHandler): Role | null {
  return 'leastRole' in handler ? (handler as RoleGuard).leastRole : null // only set above
}
