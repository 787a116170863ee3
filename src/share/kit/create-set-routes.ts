import { basename, dirname } from 'node:path'
import { create as toDisposition } from 'content-disposition'
import express, { type Request, type Router } from 'express'
import type { SetShelf, SetState } from './create-set-shelf'
import { toFileTitle } from './kit-files'
import { listFiles, listOutline } from './list-set'
import type { KitPageContext } from './render-kit-frame'
import { renderSetPage, SET_FILE_PATH, SET_PATH, toWaitAddress } from './render-set-page'
import { sendKitPage } from './send-kit-page'
import { listShared, type Shareable } from './shared'

/** After so many seconds the browser looks again whether a set is made. */
const LOOK_SECONDS = 5

/** What is on a set's page and in its file. */
export type SetContext = { page: KitPageContext; content: Shareable }

/**
 * `/share/set`: a unit's whole set as one ZIP. It takes a minute or more, so a press begins it (a crawler presses nothing)
 * and its page tells how far it is. Each process makes its own, so waiting begins it too.
 */
export function createSetRoutes(
  shelf: SetShelf,
  toContext: (request: Request) => SetContext,
): { router: Router; look(context: SetContext): SetState } {
  const router = express.Router()

  const look = (context: SetContext) => shelf.look(toWanted(context))

  const begin = async (request: Request, context: SetContext) => {
    if (look(context).kind !== 'none') return 0
    const { page, content } = context
    const files = [
      ...listOutline(page),
      ...listShared(content).flatMap((shared) => listFiles(shared, page)),
    ]
    return shelf.begin(toWanted(context), request.ip ?? '', files)
  }

  router.get(SET_PATH, async (request, response) => {
    const context = toContext(request)
    const isWaiting = request.query.wait === '1'
    const waitSeconds = isWaiting ? await begin(request, context) : 0
    const state = look(context)
    if (waitSeconds > 0) response.status(429).set('Retry-After', String(waitSeconds))
    else if (isWaiting && state.kind !== 'ready') response.set('Refresh', String(LOOK_SECONDS))
    sendKitPage(
      response,
      renderSetPage(state, Math.ceil(waitSeconds / 60), context.page),
      'no-store',
    )
  })
  router.post(SET_PATH, (request, response) =>
    response.redirect(303, toWaitAddress(toContext(request).page)),
  )
  router.get(SET_FILE_PATH, (request, response, next) => {
    const context = toContext(request)
    const state = look(context)
    if (state.kind !== 'ready') return response.redirect(303, toWaitAddress(context.page))
    const { knowledge, unit } = context.page
    const title = toFileTitle(knowledge.messages.kit.title, [unit.name], '.zip')
    response.set({
      'Content-Disposition': toDisposition(title, {
        type: 'attachment',
        fallback: `${unit.code}.zip`,
      }),
      'Cache-Control': 'no-cache',
      'X-Robots-Tag': 'noindex',
    })
    const options = { root: dirname(state.path), cacheControl: false }
    response.sendFile(basename(state.path), options, (error) => {
      // Who breaks off a download did nothing wrong.
      if (error && !response.headersSent) next(error)
    })
  })
  return { router, look }
}

/** A set depends on what is told of each thing, beside all words and units, which the knowledge's hash stands for. */
function toWanted({ page: { knowledge, unit, base }, content }: SetContext) {
  return {
    unit: unit.code,
    key: JSON.stringify([knowledge.hash, base, unit.code, listShared(content)]),
  }
}
