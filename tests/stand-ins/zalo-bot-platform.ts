import express from 'express'
import { createFaultLine, type FaultLine } from './fault-line'
import { type Listening, listen } from './listen'
import { findZaloBotProblem } from './zalo-bot-rules'

/** One message that was taken. */
export type ZaloBotCall = { messageId: string; receivedAt: number; body: Record<string, unknown> }

/** A stand-in of the Zalo Bot Platform's methods that a bot with a webhook calls, with their documented rules. */
export type ZaloBotPlatform = Listening & {
  /** What was taken, in order. */
  received: ZaloBotCall[]
  /** The chats in which typing was shown, in order. */
  typing: string[]
  /** What `setWebhook` was given last. */
  webhook(): { url: string; secret_token: string } | null
  /** The error codes of what was refused, in order. */
  refused: number[]
  failNext: FaultLine['failNext']
}

/**
 * Starts the stand-in on a loopback port, a free one by default.
 * @param options.token the bot's; any other is answered with 401
 */
export async function startZaloBotPlatform(options: {
  token: string
  port?: number
}): Promise<ZaloBotPlatform> {
  const received: ZaloBotCall[] = []
  const refused: number[] = []
  const typing: string[] = []
  let webhook: { url: string; secret_token: string } | null = null
  const faults = createFaultLine()

  const readPath = (path: string) => /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? []
  const findRefusal = ({ path, body }: { path: string; body: unknown }) => {
    const [, token, method = ''] = readPath(path)
    if (token !== options.token) return { error_code: 401, description: 'Unauthorized' }
    return findZaloBotProblem(body, method)
  }

  const app = express()
  app.use(faults.handler, express.json(), (request, response) => {
    const refusal = findRefusal(request)
    if (refusal) {
      refused.push(refusal.error_code)
      return response.status(refusal.error_code).json({ ok: false, ...refusal })
    }
    const [, , method] = readPath(request.path)
    if (method === 'sendChatAction') {
      typing.push(request.body.chat_id)
      return response.json({ ok: true, result: true })
    }
    if (method === 'setWebhook') {
      webhook = request.body
      return response.json({ ok: true, result: { url: request.body.url, updated_at: Date.now() } })
    }
    const messageId = `zalo-bot-out-${received.length + 1}`
    const receivedAt = Date.now()
    received.push({ messageId, receivedAt, body: request.body })
    return response.json({ ok: true, result: { message_id: messageId, date: receivedAt } })
  })
  return {
    ...(await listen(app, options.port ?? 0)),
    received,
    typing,
    webhook: () => webhook,
    refused,
    failNext: faults.failNext,
  }
}
