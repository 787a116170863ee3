import express, { type Router } from 'express'
import { answerRefusal } from './answer-refusal'
import type { ConsolePart } from './console-part'
import { listRoutes } from './list-routes'
import type { Sessions } from './people/create-sessions'
import { refuseForgery } from './people/refuse-forgery'
import { Refusal } from './refusal'
import { serveConsoleApp } from './serve-console-app'

/** A long answer with its examples, several times over. */
const MAX_BODY = '1mb'

/**
 * The console under `/console`: its application, and the calls of its parts under `/console/api`.
 * @param options.publicUrl the address that people open, where it is known
 * @throws {Error} when a part has a route that does not say who may call it
 */
export function createConsoleRoutes({
  parts,
  sessions,
  publicUrl,
}: {
  parts: readonly ConsolePart[]
  sessions: Sessions
  publicUrl: string | undefined
}): Router {
  listRoutes(parts)
  const api = express.Router()
  api.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  api.use(refuseForgery(publicUrl), express.json({ limit: MAX_BODY }), sessions.read)
  for (const { name, router } of parts) api.use(`/${name}`, router)
  api.use(() => {
    throw new Refusal(404, 'Không có chức năng này. Hãy tải lại trang.')
  })
  api.use(answerRefusal)

  const router = express.Router()
  router.use('/console/api', api)
  router.use('/console', serveConsoleApp())
  return router
}
