/** What someone may do in the console, least first: each may do what those before it may. */
export const ROLES = ['viewer', 'editor', 'approver', 'admin'] as const

/** See {@link ROLES}. */
export type Role = (typeof ROLES)[number]

/** Whether a role may do what `least` may. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least)
}
