import type { Request } from 'express'

/** The `:id` of a path, or another parameter, as a number; 0, which nothing has, where it is none. */
export function readId({ params }: Request, name = 'id'): number {
  const id = params[name]
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : 0
}
