import express from 'express'
import { createFaultLine, type FaultLine } from './fault-line'
import { type Listening, listen } from './listen'
import { applyZaloConditions, createZaloConditions, type ZaloConditions } from './zalo-conditions'
import { createZaloOAuth, type ZaloOAuthOptions } from './zalo-oauth'
import { findZaloProblem } from './zalo-rules'
import { OA } from './zalo-webhooks'

/** One message that was taken. */
export type ZaloCall = {
  messageId: string
  receivedAt: number
  body: Record<string, unknown>
  /** The account that sent it, by its token. */
  oaId: string
}

/** A stand-in of Zalo's OpenAPI and OAuth server, both at `url`, that enforces their documented rules. */
export type ZaloPlatform = Listening & {
  /** What was taken, in order. */
  received: ZaloCall[]
  /** Zalo's error codes of what was refused, in order. */
  refused: number[]
  conditions: ZaloConditions
  /** How many token pairs were given. */
  refreshes(): number
  /** The access tokens of now are answered with -220 from here on. */
  expireAccessToken(): void
  /** An account's refresh token of now, by default of the first, is refused from here on, and this one is good. */
  reconnect(refreshToken: string, oaId?: string): void
  /** An admin of an account opens the link and consents; gives the address that the browser is sent to. */
  consent(link: string, oaId: string): string
  failNext: FaultLine['failNext']
  failNextRefresh: FaultLine['failNext']
}

/**
 * Starts the stand-in on a loopback port, a free one by default.
 * @param options.refreshToken the one that is good at first; each works once
 * @param options.takesButtons `false` for an account that may not send buttons, default `true`
 * @param options.oaId the account of `refreshToken`, default {@link OA}
 */
export async function startZaloPlatform(
  options: Omit<ZaloOAuthOptions, 'oaId'> & {
    oaId?: string
    takesButtons?: boolean
    port?: number
  },
): Promise<ZaloPlatform> {
  const received: ZaloCall[] = []
  const refused: number[] = []
  const faults = createFaultLine()
  const refreshFaults = createFaultLine()
  const conditions = createZaloConditions()
  const oauth = createZaloOAuth({ oaId: OA, ...options })

  const take = (token: unknown, body: Record<string, unknown>) => {
    const account = oauth.findAccount(token)
    if ('error' in account) return account
    if (JSON.stringify(body).includes('"buttons"') && options.takesButtons === false) {
      return { error: -233, message: 'Message type is not supported' }
    }
    const problem = findZaloProblem(body)
    if (problem) return problem
    const { user_id: person } = body.recipient as { user_id: string }
    const receivedAt = Date.now()
    const taken = applyZaloConditions(conditions, { person, ...account, now: receivedAt })
    if ('error' in taken) return taken
    const messageId = `zalo-out-${received.length + 1}`
    received.push({ messageId, receivedAt, body, ...account })
    const data = { message_id: messageId, user_id: person, sent_time: String(receivedAt), ...taken }
    return { error: 0, message: 'Success', data }
  }

  const app = express()
  app.post('/v3.0/oa/message/cs', faults.handler, express.json(), (request, response) => {
    const answer = take(request.headers.access_token, request.body)
    if (answer.error !== 0) refused.push(answer.error)
    response.json(answer)
  })
  app.post(
    '/v4/oa/access_token',
    refreshFaults.handler,
    express.urlencoded({ extended: false }),
    (request, response) => {
      response.json(oauth.answer(request.body ?? {}, request.headers.secret_key))
    },
  )

  const listening = await listen(app, options.port ?? 0)
  return {
    ...listening,
    received,
    refused,
    conditions,
    refreshes: oauth.issued,
    expireAccessToken: oauth.expireAll,
    reconnect: oauth.reconnect,
    consent: oauth.consent,
    failNext: faults.failNext,
    failNextRefresh: refreshFaults.failNext,
  }
}
