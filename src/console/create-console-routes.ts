import { createHash, timingSafeEqual } from 'node:crypto'
import express, { type Request, type Response, type Router } from 'express'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import type { Question } from '../storage/question-table'
import { renderConsolePage } from './render-console-page'

/** What the console shows beside the knowledge base. */
export type ConsoleNumbers = {
  countByKind(since: number): Promise<Record<string, number>>
  latest(kind: string, limit: number): Promise<Question[]>
}

const COOKIE = 'loa_console'
const WEEK_MS = 7 * 24 * 3_600_000
const QUESTIONS_SHOWN = 100

/**
 * `GET /console`: what people asked and what went unanswered, for whoever has the link that the start-up prints.
 * @param key the secret of that link, at least 16 characters
 */
export function createConsoleRoutes(options: {
  key: string
  knowledge: () => KnowledgeBase
  numbers: ConsoleNumbers
  secureCookie: boolean
  now: () => number
}): Router {
  const { key, knowledge, numbers, secureCookie, now } = options
  const router = express.Router()
  router.get('/console', async (request, response) => {
    response.set('Cache-Control', 'no-store').set('Referrer-Policy', 'no-referrer')
    if (isKey(request.query.key, key)) return admit(response, key, secureCookie)
    if (!isKey(readCookie(request), key)) {
      response
        .status(401)
        .type('text')
        .send('Mở bằng đường dẫn có khóa mà máy chủ in ra khi khởi động.')
      return
    }
    const [counts, unanswered, unsure] = await Promise.all([
      numbers.countByKind(now() - WEEK_MS),
      numbers.latest('fallback', QUESTIONS_SHOWN),
      numbers.latest('clarify', QUESTIONS_SHOWN),
    ])
    response
      .type('html')
      .send(renderConsolePage({ knowledge: knowledge(), counts, unanswered, unsure }))
  })
  return router
}

/** The key leaves the address bar, the history and the referrer at once. */
function admit(response: Response, key: string, secure: boolean): void {
  response.cookie(COOKIE, key, { httpOnly: true, sameSite: 'strict', path: '/console', secure })
  response.redirect(303, '/console')
}

function readCookie({ headers }: Request): string | undefined {
  return new RegExp(`(?:^|; )${COOKIE}=([^;]{1,200})`).exec(headers.cookie ?? '')?.[1]
}

function isKey(given: unknown, key: string): boolean {
  if (typeof given !== 'string') return false
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(key))
}
