import express, { type Request, type Response, type Router } from 'express'
import type { WebhookResult } from '../webhook'
import { MAX_TEXT_LENGTH, toWebConversation } from './decode-web'
import { loadAssets } from './load-assets'
import { MessageLimiter, type MessageLimits } from './message-limiter'
import { createPerson, readPerson, toPersonCookie } from './person-cookie'
import { renderPage, type WebPage } from './render-page'
import { streamTranscript } from './stream-transcript'
import type { TranscriptItem } from './transcript-item'
import type { WebAdapter } from './web-adapter'
import type { WebHub } from './web-hub'

/** Room for the longest message with every character escaped. */
const MAX_BODY_BYTES = 16 * 1024
/** Open pages of one process; each reads the transcript once a second. */
const MAX_STREAMS = 2000
/** A page that cannot be served now comes back after this many seconds. */
const BUSY_RETRY_SECONDS = 10

/**
 * Everything the page needs comes from us. `unsafe-inline` is for styles alone: where a browser lacks adopted style
 * sheets (Safari before 16.4, still on many phones) deep-chat writes `<style>` elements. Icons are `data:` pictures.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What the routes of the web chat need from outside. */
export type WebRoutesOptions = {
  adapter: WebAdapter
  /** The hub that the adapter announces to. */
  hub: WebHub
  /** Stores the events of a good call; resolves once they are durable. */
  accept(result: WebhookResult): Promise<void>
  /**
   * What was said in a conversation. After 0: all of it, both sides, in order. After an outbox id: the bot's messages
   * with a greater id, in order.
   */
  transcript(conversation: string, afterId: number): Promise<TranscriptItem[]>
  /** What the page shows now; asked at every opening, since the knowledge may have changed. */
  page(): WebPage
  /** Whether the site is reached by https. */
  secureCookie: boolean
  limits?: Partial<MessageLimits>
}

/** The routes, and how to end their open streams before the server is closed. */
export type WebRoutes = { router: Router; close(): void }

/** The web chat: `GET /`, its files under `/assets`, and its calls under `/api/web`. Needs no body parser before. */
export function createWebRoutes(options: WebRoutesOptions): WebRoutes {
  const { adapter, hub, accept, transcript, page, secureCookie } = options
  const router = express.Router()
  const limiter = new MessageLimiter(options.limits)
  const assets = loadAssets()
  const streams = new Set<() => void>()

  /** Who asks, made up and given a cookie where it is a newcomer. */
  const welcome = (request: Request, response: Response): string => {
    const person = readPerson(request.headers.cookie) ?? createPerson()
    response.append('Set-Cookie', toPersonCookie(person, secureCookie))
    response.set('Cache-Control', 'private, no-store')
    return person
  }

  router.get('/', (request, response) => {
    welcome(request, response)
    response.set('Content-Security-Policy', CONTENT_SECURITY_POLICY)
    response.type('html').send(renderPage(page(), assets.base, MAX_TEXT_LENGTH))
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
    const gzip = request.acceptsEncodings('gzip') === 'gzip'
    if (gzip) response.set('Content-Encoding', 'gzip')
    response.end(gzip ? asset.gzipped : asset.bytes)
  })

  router.get('/api/web/transcript', async (request, response) => {
    const person = welcome(request, response)
    response.json(await transcript(toWebConversation(person), 0))
  })

  router.post('/api/web/messages', readBytes, async (request, response) => {
    const result = adapter.receive({
      method: 'POST',
      query: {},
      headers: toHeaders(request),
      rawBody: request.body instanceof Buffer ? request.body : Buffer.alloc(0),
    })
    const person = readPerson(request.headers.cookie)
    if (result.status === 200 && person !== undefined) {
      const wait = await limiter.count(person, request.ip ?? '')
      if (wait > 0) return void response.status(429).set('Retry-After', String(wait)).end()
      await accept(result)
    }
    response
      .status(result.status)
      .type(result.status === 200 ? 'json' : 'text')
      .send(result.body)
  })

  router.get('/api/web/events', (request, response) => {
    const person = readPerson(request.headers.cookie)
    if (person === undefined) return void response.status(401).end()
    if (streams.size >= MAX_STREAMS) {
      return void response.status(503).set('Retry-After', String(BUSY_RETRY_SECONDS)).end()
    }
    const conversation = toWebConversation(person)
    const close = streamTranscript(response, {
      after: toId(request.headers['last-event-id'] ?? request.query.after),
      read: (afterId) => transcript(conversation, afterId),
      listen: (listener) => hub.listen(conversation, listener),
    })
    streams.add(close)
    response.on('close', () => streams.delete(close))
  })

  return {
    router,
    close: () => {
      for (const close of streams) close()
    },
  }
}

const parseBytes = express.raw({ type: () => true, limit: MAX_BODY_BYTES })

/** Reads the body as bytes; one that is too long gets a plain 413 here, everything else is the server's to answer. */
function readBytes(request: Request, response: Response, next: (error?: unknown) => void): void {
  parseBytes(request, response, (error?: unknown) => {
    const isTooLarge = error instanceof Error && 'status' in error && error.status === 413
    if (isTooLarge) response.status(413).type('text').send(`body is over ${MAX_BODY_BYTES} bytes`)
    else next(error)
  })
}

function toHeaders({ headers }: Request): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  )
}

/** An outbox id from outside; 0 where it is none. */
function toId(value: unknown): number {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : 0
}
