import type { Request } from 'express'
import { isbot } from 'isbot'

/** Whether a page is opened by a person: not by a search engine, and not by an app that draws the preview of a link. */
export function isPerson({ method, headers }: Request): boolean {
  const agent = headers['user-agent'] ?? ''
  const isAhead = headers['sec-purpose']?.includes('prefetch') ?? false
  return method === 'GET' && agent !== '' && !isAhead && !isbot(agent)
}
