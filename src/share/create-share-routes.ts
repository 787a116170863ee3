import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import { within } from '../delivery/within'
import type { Bulletin } from '../knowledge/bulletin'
import { followRedirects, type Moved } from '../knowledge/follow-redirects'
import { toHanoiDay } from '../knowledge/hanoi-day'
import { type Link, toLinkPath, toRef } from '../knowledge/link'
import type { PageKind } from '../knowledge/redirects'
import type { Topic } from '../knowledge/topic'
import { CARRY_CODE_LENGTH, readShortCode } from '../text/short-code'
import { createContextReader, type ShareContent } from './create-context-reader'
import { createCrawlerRoutes } from './create-crawler-routes'
import type { LinkCounter } from './create-link-counter'
import { createPressLimit } from './create-press-limit'
import { createPreviewRoutes } from './create-preview-routes'
import { isPerson } from './is-person'
import type { PageContext, Visit } from './page-context'
import { PAGE_STYLE, PAGE_STYLE_PATH } from './page-style'
import { renderCarryPage } from './render-carry-page'
import { renderGuidePage } from './render-guide-page'
import { INDEX_PATH, isWorthAPage, renderIndexPage } from './render-index-page'
import { renderMissingPage } from './render-missing-page'
import { renderTopicPage } from './render-topic-page'
import { renderUsesPage, USES_DAYS, USES_PATH } from './render-uses-page'
import type { LinkUse } from './to-link-uses'

/** Characters of a search; a longer one is no question. */
const MAX_SEARCH_LENGTH = 200
/** Pages may be kept for five minutes. */
const PAGE_AGE_SECONDS = 300
/** A page does not wait longer for a code that lies in the database. */
const CODE_WAIT_MS = 300
const DAY_MS = 86_400_000

/** What the pages need from outside. */
export type ShareOptions = {
  content: () => ShareContent
  /** Official notices that were let out; of which the time is over, the pages find by `now`. */
  bulletins: () => readonly Bulletin[]
  /** The site's address as people see it; without it, as the request names it. */
  publicUrl: string | undefined
  counter: LinkCounter
  /** What links were used for since a day, `2026-11-25`; of one unit or of all. */
  uses(since: string, unit?: string): Promise<LinkUse[]>
  /** The short code of a ref. */
  codeOf(ref: string): Promise<string>
  now: () => number
}

/** The routes, and what answers a person for whom no route did: to be used last. */
export type ShareRoutes = { router: Router; missing: RequestHandler }

/**
 * The pages that officials forward: `/t/<topic>`, `/g/<guide>`, all of them at `/t`, each with its preview picture; and
 * what search engines ask for.
 */
export function createShareRoutes(options: ShareOptions): ShareRoutes {
  const { content, bulletins, publicUrl, counter, uses, codeOf, now } = options
  const router = express.Router()
  const limit = createPressLimit()

  const toContext = createContextReader({ content, bulletins, publicUrl, now })

  const showMissing = (
    response: Response,
    context: PageContext,
    asked: { kind: PageKind; id: string; deleted: Moved | null } | null,
  ) => {
    response.status(asked?.deleted ? 410 : 404)
    sendPage(response, renderMissingPage(asked, context))
  }

  /** What the page offers to be sent on Zalo; a page is shown without it rather than not at all. */
  const findCode = async (link: Link, { knowledge }: PageContext): Promise<string | null> => {
    if (!knowledge.settings.channels.zalo) return null
    return within(codeOf(toRef(link)), CODE_WAIT_MS, () => new Error('no code in time')).catch(
      () => null,
    )
  }

  /** Shows a page, or leads from an old id to it; `old` names the id by which someone came. */
  const show = async (kind: PageKind, request: Request<{ id: string }>, response: Response) => {
    const context = toContext(request)
    const { id } = request.params
    const { old, thanks } = request.query
    const link = { kind, id, ...context.from }
    if (!isThere(link, context)) return leadOn(link, context, response)
    const isThanked = thanks === '1'
    if (isPerson(request) && !isThanked) counter.count(link, 'opened')
    const movedOn = typeof old === 'string' ? toMovedOn({ kind, id: old }, id, context) : null
    const visit: Visit = { ...context, code: await findCode(link, context), movedOn, isThanked }
    sendPage(response, renderVisit(link, visit) ?? '', context)
  }

  /** From an id that is no more to where it is told now, or to word of its end. */
  const leadOn = ({ kind, id }: Link, context: PageContext, response: Response) => {
    const moved = followRedirects(context.knowledge.redirects, { kind, id })
    if (!moved?.to) return showMissing(response, context, { kind, id, deleted: moved })
    const address = new URL(toLinkPath({ kind, id: moved.to, ...context.from }), context.base)
    address.searchParams.set('old', id)
    response.set('Cache-Control', `public, max-age=${PAGE_AGE_SECONDS}`)
    response.redirect(301, address.pathname + address.search)
  }

  /** Counts that a page was of use; comes back to it with thanks. */
  const thank = async (kind: PageKind, request: Request<{ id: string }>, response: Response) => {
    const context = toContext(request)
    const link = { kind, id: request.params.id, ...context.from }
    if (!isThere(link, context)) return leadOn(link, context, response)
    if (await limit.allows(request.ip ?? '')) counter.count(link, 'useful')
    const address = new URL(toLinkPath(link), context.base)
    address.searchParams.set('thanks', '1')
    response.redirect(303, address.pathname + address.search)
  }

  router.get(PAGE_STYLE_PATH, (_request, response) => {
    response.type('css').set('Cache-Control', 'public, max-age=3600').send(PAGE_STYLE)
  })
  router.get(INDEX_PATH, (request, response) => {
    const { q } = request.query
    const text = typeof q === 'string' ? q.trim().slice(0, MAX_SEARCH_LENGTH) : ''
    const search = text === '' ? null : { text, found: findTopics(text, content()) }
    sendPage(response, renderIndexPage(toContext(request), search))
  })
  router.get('/g', (request, response) => {
    response.redirect(
      301,
      toContext(request).from.unit ? `/t?u=${toContext(request).from.unit}` : '/t',
    )
  })
  router.use(createPreviewRoutes(toContext), createCrawlerRoutes(toContext))
  for (const [kind, path] of [
    ['topic', '/t/:id'],
    ['flow', '/g/:id'],
  ] as const) {
    router.get(path, (request: Request<{ id: string }>, response) => show(kind, request, response))
    router.post(path, (request: Request<{ id: string }>, response) =>
      thank(kind, request, response),
    )
  }
  router.get('/c/:code', async (request: Request<{ code: string }>, response) => {
    const context = toContext(request)
    const typed = readShortCode(request.params.code, CARRY_CODE_LENGTH)
    if (!typed) return showMissing(response, context, null)
    const page = await renderCarryPage(typed.code, context)
    response.set('Cache-Control', 'no-store').type('html').send(page)
  })
  router.get(USES_PATH, async (request, response) => {
    const context = toContext(request)
    const since = toHanoiDay(now() - USES_DAYS * DAY_MS)
    const used = await uses(since, context.from.unit || undefined)
    response.set('Cache-Control', 'no-store').type('html').send(renderUsesPage(used, context))
  })
  const missing: RequestHandler = (request, response, next) => {
    const isForPerson = request.method === 'GET' && request.accepts(['text', 'html']) === 'html'
    if (isForPerson) showMissing(response, toContext(request), null)
    else next()
  }
  return { router, missing }
}

const isThere = ({ kind, id }: Link, { knowledge, flows }: PageContext) =>
  kind === 'topic' ? knowledge.topics.has(id) : flows.has(id)

function renderVisit({ kind, id }: Pick<Link, 'kind' | 'id'>, visit: Visit): string | null {
  if (kind === 'topic') {
    const topic = visit.knowledge.topics.get(id)
    return topic ? renderTopicPage(topic, visit) : null
  }
  const flow = visit.flows.get(id)?.flow
  return flow ? renderGuidePage(flow, visit) : null
}

/** Since when an old id leads to this page; null where it does not, whatever the address says. */
function toMovedOn(
  old: { kind: PageKind; id: string },
  id: string,
  { knowledge }: PageContext,
): string | null {
  const moved = followRedirects(knowledge.redirects, old)
  return moved?.to === id ? moved.since : null
}

/** What the bot would answer or offer, best first. */
function findTopics(text: string, { knowledge, matcher }: ShareContent): Topic[] {
  return matcher
    .match(text)
    .candidates.flatMap(({ topic }) => knowledge.topics.get(topic) ?? [])
    .filter(isWorthAPage)
}

/**
 * Express gives it an ETag, and answers 304 to who has it. With a notice on it, it is asked for anew each time: a notice
 * may be ended at any moment.
 */
function sendPage(response: Response, page: string, { bulletins }: Partial<PageContext> = {}) {
  const isLasting = bulletins === undefined || bulletins.length === 0
  const age = isLasting ? `max-age=${PAGE_AGE_SECONDS}` : 'no-cache'
  response.type('html').set('Cache-Control', `public, ${age}`).send(page)
}
