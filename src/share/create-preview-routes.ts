import express, { type Request, type Response, type Router } from 'express'
import { toReplacedTopic } from '../knowledge/replaced-topic'
import type { ContextReader } from './create-context-reader'
import { createPreviewShelf } from './create-preview-shelf'

/** Pictures may be kept for a week: their address changes with what is on them. */
const AGE_SECONDS = 604_800

/** The preview picture of every page, beside it at `preview.png`. */
export function createPreviewRoutes(toContext: ContextReader): Router {
  const router = express.Router()
  const shelf = createPreviewShelf()

  const show = async (
    request: Request,
    response: Response,
    words: { title: string; text: string } | null,
    age = `max-age=${AGE_SECONDS}`,
  ) => {
    if (!words) return void response.status(404).type('text').send('not found')
    const { knowledge, base } = toContext(request)
    const name = knowledge.messages.web.title
    const picture = await shelf({ ...words, name, site: new URL(base).host })
    response.type('png').set('Cache-Control', `public, ${age}`).send(picture)
  }

  router.get('/t/preview.png', async (request, response) => {
    const { title, subtitle } = toContext(request).knowledge.messages.web
    await show(request, response, { title, text: subtitle })
  })
  router.get('/t/:id/preview.png', async (request: Request<{ id: string }>, response) => {
    const { knowledge, bulletins } = toContext(request)
    const entry = knowledge.topics.get(request.params.id)
    const replaced = entry && toReplacedTopic(entry, knowledge, bulletins)
    const topic = replaced ?? entry
    const words = topic ? { title: topic.question, text: topic.answer.short } : null
    await show(request, response, words, replaced ? 'no-cache' : undefined)
  })
  router.get('/g/:id/preview.png', async (request: Request<{ id: string }>, response) => {
    const flow = toContext(request).flows.get(request.params.id)?.flow
    const words = flow ? { title: flow.title, text: flow.steps[0]?.short ?? '' } : null
    await show(request, response, words)
  })
  return router
}
