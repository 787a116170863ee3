import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create as toDisposition } from 'content-disposition'
import express, { type Request, type Response, type Router } from 'express'
import type { Content } from '../../bot/content'
import { findUnit } from '../../knowledge/units'
import { createKitShelf, type KitLimits } from './create-kit-shelf'
import { KIT_FILES, toFileTitle } from './kit-files'
import { KIT_STYLE } from './kit-style'
import { KIT_SCRIPT_PATH, KIT_STYLE_PATH, type KitPageContext } from './render-kit-frame'
import { KIT_PATH, OUTLINE_PATH, renderKitList } from './render-kit-list'
import { renderKitPage } from './render-kit-page'
import { findShared, type SharedAddress, toKitPath } from './shared'
import { writeOutline } from './write-outline'

/** A page or a file changes with the knowledge, and is asked for anew after this many seconds. */
const AGE_SECONDS = 300
const STATIC_AGE_SECONDS = 3600

/** As everywhere, but for the script that copies. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Seen from `src` and from the build alike. */
const SCRIPT = join(__dirname, '../../../public/copy-text.mjs')

/** What the kit's routes need from outside. */
export type KitOptions = {
  content: () => Pick<Content, 'knowledge' | 'flows'>
  /** The site's address without a slash at the end, and whether others reach it by that. */
  site: () => { base: string; isPublic: boolean }
  limits?: Partial<KitLimits>
}

/** `/share`: what officials hand on. A list, a page for each thing, and its files; public, so made within limits. */
export function createKitRoutes({ content, site, limits }: KitOptions): Router {
  const router = express.Router()
  const shelf = createKitShelf(limits)
  const script = readFileSync(SCRIPT)

  const toContext = ({ query }: Request): KitPageContext => {
    const { knowledge } = content()
    return { knowledge, unit: findUnit(knowledge.units, query.u), ...site() }
  }

  const sendPage = (response: Response, page: string) => {
    response.set('Content-Security-Policy', CONTENT_SECURITY_POLICY)
    response.set('Cache-Control', `public, max-age=${AGE_SECONDS}`)
    response.type('html').send(page)
  }

  const showList = (request: Request, response: Response, options: { lost: boolean }) =>
    sendPage(
      response.status(options.lost ? 404 : 200),
      renderKitList(content(), toContext(request), options),
    )

  /** Takes a file from the shelf or has it made; `title` is what people save it as, `fallback` where that is no ASCII. */
  const sendFile = async (
    request: Request,
    response: Response,
    file: { key: string; type: string; title: string; fallback: string },
    make: () => Promise<Buffer>,
  ) => {
    const { knowledge, unit, base } = toContext(request)
    const key = [knowledge.hash, base, unit.code, file.key].join(' ')
    const shelved = await shelf(key, request.ip ?? '', make)
    if ('waitSeconds' in shelved) {
      response.status(503).set('Retry-After', String(shelved.waitSeconds))
      return void response.type('text').send(knowledge.messages.kit.busy)
    }
    response.set({
      'Content-Type': file.type,
      'Content-Disposition': toDisposition(file.title, { type: 'inline', fallback: file.fallback }),
      'Cache-Control': `public, max-age=${AGE_SECONDS}`,
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
    const context = toContext(request)
    const { kit } = context.knowledge.messages
    const { document } = context.knowledge.outline
    if (!document.text) return showList(request, response, { lost: true })
    const title = toFileTitle(kit.files.document, [document.number], '.pdf')
    const file = { key: OUTLINE_PATH, type: 'application/pdf', title, fallback: 'outline.pdf' }
    await sendFile(request, response, file, () => writeOutline(context))
  })
  router.get(KIT_PATH, (request, response) => showList(request, response, { lost: false }))

  for (const { path, toAddress } of KITS) {
    const find = (request: Request) => findShared(toAddress(String(request.params.id)), content())
    router.get(path, (request, response) => {
      const shared = find(request)
      if (!shared) return showList(request, response, { lost: true })
      sendPage(response, renderKitPage(shared, toContext(request)))
    })
    router.get(`${path}/:name`, async (request, response) => {
      const shared = find(request)
      const file = KIT_FILES.find(({ name }) => name === request.params.name)
      if (!shared || !file) return showList(request, response, { lost: true })
      const context = toContext(request)
      const { units, messages } = context.knowledge
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
  return router
}

const KITS: readonly { path: string; toAddress: (id: string) => SharedAddress }[] = [
  { path: '/share/t/:id', toAddress: (id) => ({ kind: 'topic', id }) },
  { path: '/share/g/:id', toAddress: (id) => ({ kind: 'guide', id }) },
  { path: '/share/loa', toAddress: () => ({ kind: 'chat' }) },
]
