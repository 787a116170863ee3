import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'

/** The rooms' routes: those that platforms call, and those that browsers open. */
export type AppRoutes = {
  platforms?: readonly RequestHandler[]
  browsers: readonly RequestHandler[]
}

/**
 * Joins the rooms' routes into one application. What no route answers is 404; what one throws is 500 without details.
 * What is for browsers alone, platforms' calls do not pay for: it would be a fifth of their time.
 */
export function createApp({ platforms = [], browsers }: AppRoutes, logger: Logger): Express {
  const app = express()
  app.disable('x-powered-by')
  // One proxy in front is usual; its address is believed only from this machine or a private network.
  app.set('trust proxy', 'loopback, linklocal, uniquelocal')
  for (const router of platforms) app.use(router)
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'style-src': ["'self'"],
          'img-src': ["'self'", 'data:'],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
        },
      },
    }),
  )
  // What is written bit by bit says `no-transform`, and what was compressed at the start is left as it is.
  app.use(compression())
  for (const router of browsers) app.use(router)
  app.use((_request, response) => {
    response.status(404).type('text').send('not found')
  })
  app.use(toErrorHandler(logger))
  return app
}

function toErrorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const status = toStatus(error)
    // The address without its query: that may hold a token.
    if (status >= 500) logger.error({ err: error, path: request.path }, 'request failed')
    response
      .status(status)
      .type('text')
      .send(status === 413 ? 'body too large' : 'not accepted')
  }
}

/** Express' own errors say their status: 413 for a body that is too large, 400 for a broken address. */
function toStatus(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  return status >= 400 && status < 600 ? status : 500
}
