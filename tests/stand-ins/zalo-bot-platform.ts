import express from 'express'
import { createFaultLine, type FaultLine } from './fault-line'
import { type Listening, listen } from './listen'
import { findZaloBotProblem } from './zalo-bot-rules'

/** One message that was taken. */
export type ZaloBotCall = { messageId: string; receivedAt: number; body: Record<string, unknown> }

/** A stand-in of the Zalo Bot Platform, as far as sending goes, that enforces its documented rules. */
export type ZaloBotPlatform = Listening & {
  /** What was taken, in order. */
  received: ZaloBotCall[]
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
  const faults = createFaultLine()

  const findRefusal = ({ path, body }: { path: string; body: unknown }) => {
    const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? []
    if (token !== options.token) return { error_code: 401, description: 'Unauthorized' }
    if (method !== 'sendMessage') return { error_code: 404, description: 'Not found' }
    return findZaloBotProblem(body)
  }

  const app = express()
  app.use(faults.handler, express.json(), (request, response) => {
    const refusal = findRefusal(request)
    if (refusal) {
      refused.push(refusal.error_code)
      return response.status(refusal.error_code).json({ ok: false, ...refusal })
    }
    const messageId = `zalo-bot-out-${received.length + 1}`
    const receivedAt = Date.now()
    received.push({ messageId, receivedAt, body: request.body })
    return response.json({ ok: true, result: { message_id: messageId, date: receivedAt } })
  })
  return { ...(await listen(app, options.port ?? 0)), received, refused, failNext: faults.failNext }
}
