import express, { type Router } from 'express'
import type { ContextReader } from './create-context-reader'
import { renderRobots, renderSitemap } from './render-sitemap'

/** What search engines ask for: `/sitemap.xml` and `/robots.txt`. */
export function createCrawlerRoutes(toContext: ContextReader): Router {
  const router = express.Router()
  router.get('/sitemap.xml', (request, response) => {
    response.type('xml').set('Cache-Control', 'public, max-age=3600')
    response.send(renderSitemap(toContext(request)))
  })
  router.get('/robots.txt', (request, response) => {
    response.type('text').set('Cache-Control', 'public, max-age=3600')
    response.send(renderRobots(toContext(request).base))
  })
  return router
}
