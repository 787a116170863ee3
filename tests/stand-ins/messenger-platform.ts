import { createHmac } from 'node:crypto'
import express, { type Request, type Response } from 'express'
import { createFaultLine, type FaultLine } from './fault-line'
import { type Listening, listen } from './listen'
import {
  findMessengerProblem,
  findProfileFieldsProblem,
  findProfileProblem,
} from './messenger-rules'

const DAY_MS = 24 * 3_600_000
const TEN_MINUTES_MS = 600_000
/** Calls of the Messenger Profile API that Meta takes in ten minutes. */
const PROFILE_CALLS = 10

/** One call of the Send API that was taken. */
export type MessengerCall = {
  /** The id that was answered; `''` for a sender action. */
  messageId: string
  receivedAt: number
  body: Record<string, unknown>
}

/** A stand-in of Meta's Graph API, as far as one page's messages go, that enforces its documented rules. */
export type MessengerPlatform = Listening & {
  /** Messages that were taken, in order. */
  received: MessengerCall[]
  /** Sender actions that were taken, in order. */
  actions: MessengerCall[]
  /** The page's profile as it stands. */
  profile: Record<string, unknown>
  /** Why calls were refused, in order. */
  refused: string[]
  /** Faults of messages. */
  failNext: FaultLine['failNext']
  /** Faults of sender actions. */
  failNextAction: FaultLine['failNext']
  /** The person did something at this time (default: now): the window is counted from then. */
  hear(person: string, at?: number): void
  /** Another app has the person's conversation from now on, or no longer. */
  takeThread(person: string, isTaken?: boolean): void
}

/** A refusal as Meta words it: the HTTP status, its code with the subcode, and why. */
type Refusal = { status: number; code: number; subcode?: number; message: string }

const refusal = (status: number, code: number, message: string, subcode?: number): Refusal => ({
  status,
  code,
  message,
  ...(subcode === undefined ? {} : { subcode }),
})

/**
 * Starts the stand-in on a loopback port, a free one by default.
 * @param options.callsPerSecond messages taken in a second (documented: 300), default any number
 * @param options.hasWindow whether a person must have been heard within 24 hours, default `false`: any may be written to
 */
export async function startMessengerPlatform(options: {
  appSecret: string
  pageToken: string
  port?: number
  callsPerSecond?: number
  hasWindow?: boolean
}): Promise<MessengerPlatform> {
  const { pageToken, callsPerSecond, hasWindow = false } = options
  const received: MessengerCall[] = []
  const actions: MessengerCall[] = []
  const profile: Record<string, unknown> = {}
  const refused: string[] = []
  const faults = createFaultLine()
  const actionFaults = createFaultLine()
  const heard = new Map<string, number>()
  const taken = new Set<string>()
  const profileCalls: number[] = []
  const proof = createHmac('sha256', options.appSecret).update(pageToken).digest('hex')

  const refuse = (response: Response, { status, code, subcode, message }: Refusal) => {
    refused.push(message)
    const error = { message, type: 'OAuthException', code, error_subcode: subcode }
    response.status(status).json({ error })
  }

  const findStranger = ({ params, headers, query }: Request): Refusal | undefined => {
    if (!/^v\d+\.\d+$/.test(String(params.version))) return refusal(404, 2500, 'unknown path')
    if (headers.authorization !== `Bearer ${pageToken}`) {
      return refusal(401, 190, 'access token refused')
    }
    if (query.appsecret_proof !== proof) {
      return refusal(400, 100, 'Invalid appsecret_proof provided in the API argument')
    }
    return undefined
  }

  const findRefusal = (body: Record<string, unknown>): Refusal | undefined => {
    const problem = findMessengerProblem(body)
    if (problem) return refusal(400, 100, problem)
    const { id } = body.recipient as { id: string }
    if (taken.has(id)) {
      return refusal(403, 10, 'Message not sent: another app is controlling this thread', 2018300)
    }
    const isInWindow = (heard.get(id) ?? 0) > Date.now() - DAY_MS
    if (hasWindow && !isInWindow) return refusal(400, 10, 'outside of allowed window', 2018278)
    const before = callsPerSecond === undefined ? undefined : received.at(-callsPerSecond)
    if (before && before.receivedAt > Date.now() - 1_000) {
      return refusal(400, 613, 'calls exceed the rate limit')
    }
    return undefined
  }

  const app = express()
  app.use(express.json())
  app.post(
    '/:version/me/messages',
    (request, response, next) =>
      (request.body?.sender_action ? actionFaults : faults).handler(request, response, next),
    (request, response) => {
      const { body } = request
      const found = findStranger(request) ?? findRefusal(body)
      if (found) return refuse(response, found)
      const call = { receivedAt: Date.now(), body }
      if (body.sender_action) {
        actions.push({ messageId: '', ...call })
        return response.json({ recipient_id: body.recipient.id })
      }
      const messageId = `m_out_${received.length + 1}`
      received.push({ messageId, ...call })
      return response.json({ recipient_id: body.recipient.id, message_id: messageId })
    },
  )
  app.all('/:version/me/messenger_profile', (request, response) => {
    const { method, body } = request
    const lately = profileCalls.filter((at) => at > Date.now() - TEN_MINUTES_MS)
    profileCalls.push(Date.now())
    const findProblem = method === 'DELETE' ? findProfileFieldsProblem : findProfileProblem
    const problem = findProblem(body)
    const found =
      findStranger(request) ??
      (lately.length >= PROFILE_CALLS
        ? refusal(400, 613, 'profile called too often')
        : undefined) ??
      (problem ? refusal(400, 100, problem) : undefined)
    if (found) return refuse(response, found)
    if (method === 'DELETE') for (const field of body.fields) delete profile[field]
    else if (body.persistent_menu && !body.get_started && !profile.get_started) {
      return refuse(response, refusal(400, 100, 'set get_started before persistent_menu', 2018145))
    } else Object.assign(profile, body)
    return response.json({ result: 'success' })
  })

  return {
    ...(await listen(app, options.port ?? 0)),
    received,
    actions,
    profile,
    refused,
    failNext: faults.failNext,
    failNextAction: actionFaults.failNext,
    hear(person, at = Date.now()) {
      heard.set(person, at)
    },
    takeThread(person, isTaken = true) {
      if (isTaken) taken.add(person)
      else taken.delete(person)
    },
  }
}
