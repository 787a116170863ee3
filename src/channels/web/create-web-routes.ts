import express, { type Request, type Response, type Router } from 'express'
import type { WebhookResult } from '../webhook'
import { createPageRoutes } from './create-page-routes'
import { toWebConversation } from './decode-web'
import { MessageLimiter, type MessageLimits } from './message-limiter'
import {
  createPerson,
  PASS_HEADER,
  type PersonPasses,
  toFramedCookie,
  toPassCookie,
} from './person-passes'
import type { WebPage } from './render-page'
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

/** What the routes of the web chat need from outside. */
export type WebRoutesOptions = {
  adapter: WebAdapter
  /** The hub that the adapter announces to. */
  hub: WebHub
  /** Those of the adapter. */
  passes: PersonPasses
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

/** The web chat: its pages, see {@link createPageRoutes}, and their calls under `/api/web`. Needs no body parser before. */
export function createWebRoutes(options: WebRoutesOptions): WebRoutes {
  const { adapter, hub, passes, accept, transcript, page, secureCookie } = options
  const router = express.Router()
  const limiter = new MessageLimiter(options.limits)
  const streams = new Set<() => void>()

  /** Who asks, made up where it is a newcomer, and given the pass in every way in which it may keep one. */
  const welcome = ({ headers }: Request, response: Response): string => {
    const person = passes.readPerson(headers) ?? createPerson()
    const pass = passes.toPass(person)
    const isFramed = headers[PASS_HEADER] !== undefined
    if (isFramed) response.set(PASS_HEADER, pass)
    response.append(
      'Set-Cookie',
      isFramed ? toFramedCookie(pass) : toPassCookie(pass, secureCookie),
    )
    response.set('Cache-Control', 'private, no-store')
    return person
  }

  router.use(
    createPageRoutes({
      page,
      welcome(request, response, next) {
        welcome(request, response)
        next()
      },
    }),
  )

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
    const person = passes.readPerson(request.headers)
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
    const person = passes.readPerson(request.headers)
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
