import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create as toDisposition } from 'content-disposition'
import express, { type Request, type Response, type Router } from 'express'
import type { Content } from '../../bot/content'
import { type Bulletin, inEffect } from '../../knowledge/bulletin'
import { followRedirects } from '../../knowledge/follow-redirects'
import { fillMessage } from '../../knowledge/messages'
import { toSpokenDay } from '../../knowledge/source-line'
import { findUnit } from '../../knowledge/units'
import { createKitShelf, type KitLimits } from './create-kit-shelf'
import { createSetRoutes, type SetContext } from './create-set-routes'
import { createSetShelf, type SetLimits } from './create-set-shelf'
import { isMade, KIT_FILES, toFileTitle } from './kit-files'
import { KIT_STYLE } from './kit-style'
import { KIT_SCRIPT_PATH, KIT_STYLE_PATH } from './render-kit-frame'
import { KIT_PATH, OUTLINE_PATH, renderKitList } from './render-kit-list'
import { renderKitPage } from './render-kit-page'
import { sendKitPage, toCacheControl } from './send-kit-page'
import { findShared, type SharedAddress, toKitPath, toUnitQuery } from './shared'
import { writeOutline } from './write-outline'

const STATIC_AGE_SECONDS = 3600

/** Seen from `src` and from the build alike. */
const SCRIPT = join(__dirname, '../../../public/copy-text.mjs')

/** What the kit's routes need from outside. */
export type KitOptions = {
  content: () => Pick<Content, 'knowledge' | 'flows'>
  /** Official notices that were let out; of which the time is over, the routes find by `now`. */
  bulletins: () => readonly Bulletin[]
  /** The site's address without a slash at the end, and whether others reach it by that. */
  site: () => { base: string; isPublic: boolean }
  /** Is told what kept a whole set from being made. */
  onError(error: unknown): void
  now: () => number
  limits?: Partial<KitLimits & SetLimits>
}

/** The routes of the kit, and what they leave behind. */
export type KitRoutes = {
  router: Router
  /** Deletes the sets that lie on the disk. */
  stop(): Promise<void>
}

/** `/share`: what officials hand on. A list, a page for each thing, and its files; public, so made within limits. */
export function createKitRoutes(options: KitOptions): KitRoutes {
  const { content, bulletins, site, onError, now, limits } = options
  const router = express.Router()
  const shelf = createKitShelf(limits)
  const setShelf = createSetShelf(onError, limits)
  const script = readFileSync(SCRIPT)

  const toContext = ({ query }: Request): SetContext => {
    const { knowledge, flows } = content()
    const out = inEffect(bulletins(), now())
    const unit = findUnit(knowledge.units, query.u)
    return {
      content: { knowledge, flows, bulletins: out },
      page: { knowledge, unit, bulletins: out, ...site() },
    }
  }
  const set = createSetRoutes(setShelf, toContext)

  /** @param lost what is said first where an address led nowhere */
  const showList = (response: Response, context: SetContext, lost: string | null) =>
    sendKitPage(
      response,
      renderKitList(context.content, context.page, { lost, set: set.look(context) }),
      toCacheControl(context.page),
    )

  const showMissing = (request: Request, response: Response) => {
    const context = toContext(request)
    response.status(404)
    showList(response, context, context.page.knowledge.messages.web.not_found)
  }

  /** From an id that is no more to the kit of what is told now, or to word of its end. */
  const leadOn = (address: SharedAddress, request: Request, response: Response) => {
    const context = toContext(request)
    const { redirects, messages, units } = context.page.knowledge
    if (address.kind === 'chat') return showMissing(request, response)
    const kind = address.kind === 'guide' ? 'flow' : 'topic'
    const moved = followRedirects(redirects, { kind, id: address.id })
    if (!moved) return showMissing(request, response)
    if (moved.to === null) {
      const since = fillMessage(messages.pages.gone_since, { date: toSpokenDay(moved.since) })
      return showList(response.status(410), context, [since, moved.note].join(' ').trim())
    }
    const file = request.params.name === undefined ? '' : `/${request.params.name}`
    const path = toKitPath({ kind: address.kind, id: moved.to }) + file
    response.set('Cache-Control', toCacheControl(context.page))
    response.redirect(301, encodeURI(path) + toUnitQuery(context.page.unit, units.city))
  }

  /** Takes a file from the shelf or has it made; `title` is what people save it as, `fallback` where that is no ASCII. */
  const sendFile = async (
    request: Request,
    response: Response,
    file: { key: string; type: string; title: string; fallback: string },
    make: () => Promise<Buffer>,
  ) => {
    const { knowledge, unit, base, bulletins: out } = toContext(request).page
    const key = [knowledge.hash, base, unit.code, file.key].join(' ')
    const shelved = await shelf(key, request.ip ?? '', make)
    if ('waitSeconds' in shelved) {
      response.status(503).set('Retry-After', String(shelved.waitSeconds))
      return void response.type('text').send(knowledge.messages.kit.busy)
    }
    response.set({
      'Content-Type': file.type,
      'Content-Disposition': toDisposition(file.title, { type: 'inline', fallback: file.fallback }),
      'Cache-Control': toCacheControl({ bulletins: out }),
      'X-Robots-Tag': 'noindex',
    })
    response.send(shelved.file)
  }

  router.get(KIT_STYLE_PATH, (_request, response) => {
    response.type('css').set('Cache-Control', `public, max-age=${STATIC_AGE_SECONDS}`)
    response.send(KIT_STYLE)
  })
  router.get(KIT_SCRIPT_PATH, (_request, response) => {
    response.type('text/javascript').set('Cache-Control', `public, max-age=${STATIC_AGE_SECONDS}`)
    response.send(script)
  })
  router.get(OUTLINE_PATH, async (request, response) => {
    const context = toContext(request).page
    const { kit } = context.knowledge.messages
    const { document } = context.knowledge.outline
    if (!document.text) return showMissing(request, response)
    const title = toFileTitle(kit.files.document, [document.number], '.pdf')
    const file = { key: OUTLINE_PATH, type: 'application/pdf', title, fallback: 'outline.pdf' }
    await sendFile(request, response, file, () => writeOutline(context))
  })
  router.get(KIT_PATH, (request, response) => showList(response, toContext(request), null))
  router.use(set.router)

  for (const { path, toAddress } of KITS) {
    const read = (request: Request) => {
      const address = toAddress(String(request.params.id))
      const { content, page } = toContext(request)
      return { address, shared: findShared(address, content), context: page }
    }
    router.get(path, (request, response) => {
      const { address, shared, context } = read(request)
      if (!shared) return leadOn(address, request, response)
      sendKitPage(response, renderKitPage(shared, context), toCacheControl(context))
    })
    router.get(`${path}/:name`, async (request, response) => {
      const { address, shared, context } = read(request)
      const file = KIT_FILES.find(({ name }) => name === request.params.name)
      if (!file) return showMissing(request, response)
      if (!shared) return leadOn(address, request, response)
      const { units, messages } = context.knowledge
      if (!isMade(file, shared)) {
        response.status(409).set('Cache-Control', 'no-store')
        return void response.type('text').send(messages.kit.replaced)
      }
      const about = [shared.label, ...(context.unit === units.city ? [] : [context.unit.name])]
      const kitPath = toKitPath(shared.address)
      await sendFile(
        request,
        response,
        {
          // A guide's own edit leaves the knowledge's hash as it was.
          key: [kitPath, file.name, shared.title, shared.answer, shared.source].join(' '),
          type: file.type,
          title: toFileTitle(messages.kit.files[file.words], about, file.name),
          fallback: `${kitPath.split('/').at(-1)}-${file.name}`,
        },
        () => file.make(shared, context),
      )
    })
  }
  return { router, stop: setShelf.stop }
}

const KITS: readonly { path: string; toAddress: (id: string) => SharedAddress }[] = [
  { path: '/share/t/:id', toAddress: (id) => ({ kind: 'topic', id }) },
  { path: '/share/g/:id', toAddress: (id) => ({ kind: 'guide', id }) },
  { path: '/share/loa', toAddress: () => ({ kind: 'chat' }) },
]
