import { setTimeout as sleep } from 'node:timers/promises'
import type { RequestHandler } from 'express'

/** Something that goes wrong with one call. */
export type Fault = {
  /** Answered instead of the usual; without it the call is handled as usual, after the delay. */
  status?: number
  body?: unknown
  headers?: Record<string, string>
  /** Milliseconds before anything happens. */
  delayMs?: number
  /** Drops the connection instead of answering. */
  reset?: boolean
}

/** Faults that wait for the calls to come. */
export type FaultLine = {
  failNext(fault: Fault, times?: number): void
  handler: RequestHandler
}

/** A line of faults: each call takes the first one in it. */
export function createFaultLine(): FaultLine {
  const waiting: Fault[] = []
  return {
    failNext(fault, times = 1) {
      for (let time = 0; time < times; time++) waiting.push(fault)
    },
    async handler(request, response, next) {
      const fault = waiting.shift()
      if (fault?.delayMs) await sleep(fault.delayMs)
      if (fault?.reset) request.socket.destroy()
      else if (fault?.status) {
        response.status(fault.status).set(fault.headers ?? {})
        if (typeof fault.body === 'string') response.type('html').send(fault.body)
        else response.json(fault.body ?? {})
      } else next()
    },
  }
}
