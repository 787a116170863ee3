import type { Request } from 'express'

/** The `:id` of a path as a number; 0, which nothing has, where it is none. */
export function readId({ params }: Request): number {
  const { id } = params
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : 0
}
