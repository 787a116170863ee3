import { createHmac } from 'node:crypto'
import express, { type Response } from 'express'
import { createFaultLine, type FaultLine } from './fault-line'
import { type Listening, listen } from './listen'
import { findMessengerProblem } from './messenger-rules'

/** One call of the Send API that was taken. */
export type MessengerCall = {
  /** The id that was answered. */
  messageId: string
  receivedAt: number
  body: Record<string, unknown>
}

/** A stand-in of Meta's Graph API, as far as sending goes, that enforces its documented rules. */
export type MessengerPlatform = Listening & {
  /** What was taken, in order. */
  received: MessengerCall[]
  /** Why calls were refused, in order. */
  refused: string[]
  failNext: FaultLine['failNext']
}

/** Starts the stand-in on a loopback port, a free one by default. */
export async function startMessengerPlatform(options: {
  appSecret: string
  pageToken: string
  port?: number
}): Promise<MessengerPlatform> {
  const received: MessengerCall[] = []
  const refused: string[] = []
  const faults = createFaultLine()
  const proof = createHmac('sha256', options.appSecret).update(options.pageToken).digest('hex')

  const refuse = (response: Response, status: number, code: number, message: string) => {
    refused.push(message)
    response.status(status).json({ error: { message, type: 'OAuthException', code } })
  }

  const app = express()
  app.post('/:version/me/messages', faults.handler, express.json(), (request, response) => {
    if (!/^v\d+\.\d+$/.test(String(request.params.version))) {
      return refuse(response, 404, 2500, 'unknown path')
    }
    if (request.headers.authorization !== `Bearer ${options.pageToken}`) {
      return refuse(response, 401, 190, 'access token refused')
    }
    if (request.query.appsecret_proof !== proof) {
      return refuse(response, 400, 100, 'appsecret_proof refused')
    }
    const problem = findMessengerProblem(request.body)
    if (problem) return refuse(response, 400, 100, problem)
    const messageId = `m_out_${received.length + 1}`
    received.push({ messageId, receivedAt: Date.now(), body: request.body })
    response.json({ recipient_id: request.body.recipient.id, message_id: messageId })
  })
  const listening = await listen(app, options.port ?? 0)
  return { ...listening, received, refused, failNext: faults.failNext }
}
