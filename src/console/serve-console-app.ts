import { randomBytes } from 'node:crypto'
import express, { type Router } from 'express'
import { loadConsoleApp } from './load-console-app'

/** Stands in the built page where each answer's own nonce goes. */
export const NONCE_PLACE = '__LOA_NONCE__'

/**
 * Serves the console's application: its files, and its one page at every other address, since screens have addresses
 * of their own. Styles that components make at run time carry a nonce; scripts come from our files alone.
 */
export function serveConsoleApp(): Router {
  const router = express.Router()
  const app = loadConsoleApp()
  router.get('/assets/:name', (request, response, next) => {
    const file = app?.files.get(request.params.name)
    if (!file) return next()
    response.set({
      'Content-Type': file.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    })
    const isZipped = request.acceptsEncodings('gzip') === 'gzip'
    if (isZipped) response.set('Content-Encoding', 'gzip')
    response.end(isZipped ? file.gzipped : file.bytes)
  })
  router.get('/{*path}', (request, response, next) => {
    if (request.path.startsWith('/assets/')) return next()
    if (!app) {
      response.status(503).type('text').send('Bảng điều hành chưa được dựng: npm run build')
      return
    }
    const nonce = randomBytes(16).toString('base64url')
    response
      .set('Content-Security-Policy', toPolicy(nonce))
      .set('Cache-Control', 'no-store')
      .set('Referrer-Policy', 'no-referrer')
      .type('html')
      .send(app.page.replaceAll(NONCE_PLACE, nonce))
  })
  return router
}

function toPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
