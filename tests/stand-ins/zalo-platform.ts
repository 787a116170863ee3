import express from 'express'
import { createFaultLine, type FaultLine } from './fault-line'
import { type Listening, listen } from './listen'
import { findZaloProblem } from './zalo-rules'

/** One message that was taken. */
export type ZaloCall = { messageId: string; receivedAt: number; body: Record<string, unknown> }

/** A stand-in of Zalo's OpenAPI and OAuth server, both at `url`, that enforces their documented rules. */
export type ZaloPlatform = Listening & {
  /** What was taken, in order. */
  received: ZaloCall[]
  /** Zalo's error codes of what was refused, in order. */
  refused: number[]
  /** How many token pairs were given. */
  refreshes(): number
  /** The access token of now is answered with -220 from here on. */
  expireAccessToken(): void
  /** The refresh token of now is refused from here on; `refreshToken` is a new one, from an admin's consent. */
  reconnect(refreshToken: string): void
  failNext: FaultLine['failNext']
  failNextRefresh: FaultLine['failNext']
}

/**
 * Starts the stand-in on a loopback port, a free one by default.
 * @param options.refreshToken the one that is good at first; each works once
 * @param options.expiresIn as answered: Zalo's documents have a string
 * @param options.takesButtons `false` for an account that may not send buttons, default `true`
 */
export async function startZaloPlatform(options: {
  appId: string
  appSecret: string
  refreshToken: string
  expiresIn?: string | number
  takesButtons?: boolean
  port?: number
}): Promise<ZaloPlatform> {
  const received: ZaloCall[] = []
  const refused: number[] = []
  const faults = createFaultLine()
  const refreshFaults = createFaultLine()
  let refreshToken = options.refreshToken
  let accessToken = ''
  let isExpired = false
  let refreshes = 0

  const findRefusal = (token: unknown, body: unknown) => {
    if (token !== accessToken || accessToken === '') {
      return { error: -216, message: 'Access token is invalid' }
    }
    if (isExpired) return { error: -220, message: 'Access token is expired' }
    const hasButtons = JSON.stringify(body).includes('"buttons"')
    if (hasButtons && options.takesButtons === false) {
      return { error: -233, message: 'Message type is not supported' }
    }
    return findZaloProblem(body)
  }

  const app = express()
  app.post('/v3.0/oa/message/cs', faults.handler, express.json(), (request, response) => {
    const refusal = findRefusal(request.headers.access_token, request.body)
    if (refusal) {
      refused.push(refusal.error)
      return response.json(refusal)
    }
    const messageId = `zalo-out-${received.length + 1}`
    received.push({ messageId, receivedAt: Date.now(), body: request.body })
    const data = { message_id: messageId, user_id: request.body.recipient.user_id }
    return response.json({ error: 0, message: 'Success', data })
  })
  app.post(
    '/v4/oa/access_token',
    refreshFaults.handler,
    express.urlencoded({ extended: false }),
    (request, response) => {
      const { app_id, grant_type, refresh_token } = request.body ?? {}
      const isOurs =
        request.headers.secret_key === options.appSecret &&
        app_id === options.appId &&
        grant_type === 'refresh_token'
      if (!isOurs) return response.json({ error: -14002, error_name: 'Invalid app' })
      if (refresh_token !== refreshToken) {
        return response.json({ error: -14020, error_name: 'Invalid refresh token' })
      }
      refreshes++
      isExpired = false
      accessToken = `access-${refreshes}`
      refreshToken = `refresh-${refreshes}`
      const expires_in = options.expiresIn ?? '90000'
      return response.json({ access_token: accessToken, refresh_token: refreshToken, expires_in })
    },
  )

  const listening = await listen(app, options.port ?? 0)
  return {
    ...listening,
    received,
    refused,
    refreshes: () => refreshes,
    expireAccessToken() {
      isExpired = true
    },
    reconnect(next) {
      refreshToken = next
    },
    failNext: faults.failNext,
    failNextRefresh: refreshFaults.failNext,
  }
}
