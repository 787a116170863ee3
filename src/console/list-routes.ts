import type { RequestHandler } from 'express'
import type { Role } from '../storage/role'
import type { ConsolePart } from './console-part'
import { leastRoleOf } from './people/require-role'

/** A call of the console and who may make it. */
export type ConsoleRoute = {
  /** In capitals. */
  method: string
  /** With its parameters: `/console/api/people/:id`. */
  path: string
  /** Null: whoever is not signed in. */
  least: Role | null
}

/**
 * Every route of the parts, with the role that it or something before it in its part requires.
 * @throws {Error} when a route asks for no role in a part that is not open, or a part hides routes in a router of its
 *   own: what cannot be seen here cannot be tested either
 */
export function listRoutes(parts: readonly ConsolePart[]): ConsoleRoute[] {
  return parts.flatMap(({ name, router, isOpen = false }) => {
    let least: Role | null = null
    return router.stack.flatMap(({ route, handle, name: layer }) => {
      if (!route) {
        if (layer === 'router') throw new Error(`console: part ${name} holds a router of its own`)
        least = leastRoleOf(handle as RequestHandler) ?? least // what is not a route is middleware
        return []
      }
      const own = route.stack.map((step) => leastRoleOf(step.handle as RequestHandler))
      const required = own.find((role) => role !== null) ?? least
      const path = `/console/api/${name}${route.path === '/' ? '' : route.path}`
      if (!required && !isOpen) throw new Error(`console: ${path} does not say who may call it`)
      const methods = new Set(route.stack.map(({ method }) => method.toUpperCase()))
      return [...methods].map((method) => ({ method, path, least: required }))
    })
  })
}
