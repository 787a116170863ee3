import type { Request } from 'express'
import type { Content } from '../bot/content'
import { type Bulletin, inEffect } from '../knowledge/bulletin'
import { readLinkQuery } from '../knowledge/link'
import type { PageContext } from './page-context'

/** What pages are made from. */
export type ShareContent = Pick<Content, 'knowledge' | 'flows' | 'matcher'>

/** Reads of a request what every page is drawn from; a unit that does not exist is as if none were named. */
export type ContextReader = (request: Request) => PageContext

/** @param options.publicUrl the site's address as people see it; without it, as the request names it */
export function createContextReader({
  content,
  bulletins,
  publicUrl,
  now,
}: {
  content: () => ShareContent
  bulletins: () => readonly Bulletin[]
  publicUrl: string | undefined
  now: () => number
}): ContextReader {
  return (request) => {
    const { knowledge, flows } = content()
    const from = readLinkQuery({ u: request.query.u, l: request.query.l })
    const isKnown = knowledge.units.units.some(({ code }) => code === from.unit)
    return {
      knowledge,
      flows,
      bulletins: inEffect(bulletins(), now()),
      base: publicUrl ?? `${request.protocol}://${request.host}`,
      from: isKnown ? from : { ...from, unit: '' },
    }
  }
}
