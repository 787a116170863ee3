import express, { type Router } from 'express'
import { MAX_TEXT_LENGTH } from './decode-web'
import { loadAssets } from './load-assets'
import { renderEmbedScript } from './render-embed-script'
import { renderPage, type WebPage } from './render-page'
import { toPagePolicy } from './to-page-policy'

/** The smaller first: all browsers that take it take the other too. */
const ENCODINGS = ['br', 'gzip'] as const

/**
 * What browsers load of the web chat: `GET /`, `GET /embed` (the same page in a frame of a site that may have it),
 * `GET /embed.js` (by which such a site shows it), and the files of them all under `/assets`.
 * @param options.page what the page shows now; asked at every opening, since the knowledge may have changed
 */
export function createPageRoutes({
  page,
  welcome,
}: {
  page(): WebPage
  /** Sees to it that whoever opens our own page is known from now on. */
  welcome: express.RequestHandler
}): Router {
  const router = express.Router()
  const assets = loadAssets()
  const layout = { base: assets.base, maxTextLength: MAX_TEXT_LENGTH }

  router.get('/', welcome, (_request, response) => {
    response.set('Content-Security-Policy', toPagePolicy([]))
    response.type('html').send(renderPage(page(), { ...layout, isFramed: false }))
  })

  router.get('/embed', (_request, response) => {
    const current = page()
    response.set('Cache-Control', 'no-cache')
    response.set('Content-Security-Policy', toPagePolicy(current.embedOrigins))
    // It knows no list of sites, and would keep all of them from framing the page.
    response.removeHeader('X-Frame-Options')
    response.type('html').send(renderPage(current, { ...layout, isFramed: true }))
  })

  router.get('/embed.js', (_request, response) => {
    response.set({
      'Cache-Control': 'public, max-age=300',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    response.type('js').send(renderEmbedScript(assets.embedScript, page()))
  })

  router.get(`${assets.base}/:name`, (request, response, next) => {
    const asset = assets.files.get(request.params.name)
    if (asset === undefined) return next()
    response.set({
      'Content-Type': asset.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
    })
    const encoding = ENCODINGS.find((name) => request.acceptsEncodings(name) === name)
    const bytes = asset[encoding ?? 'identity']
    if (encoding) response.set('Content-Encoding', encoding)
    response.set('Content-Length', String(bytes.length))
    response.end(bytes)
  })

  return router
}
