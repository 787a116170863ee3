import type { Socket } from 'node:net'
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
  /** Handles the call as usual and drops the connection instead of saying so. */
  taken?: boolean
  /** Never answers. */
  hang?: boolean
}

/** Faults that wait for the calls to come. */
export type FaultLine = {
  failNext(fault: Fault, times?: number): void
  handler: RequestHandler
  /** Drops the connections of calls that hang. */
  dropHanging(): void
}

/** A line of faults: each call takes the first one in it. */
export function createFaultLine(): FaultLine {
  const waiting: Fault[] = []
  const hanging = new Set<Socket>()
  return {
    failNext(fault, times = 1) {
      for (let time = 0; time < times; time++) waiting.push(fault)
    },
    async handler(request, response, next) {
      const fault = waiting.shift()
      const { socket } = request
      if (fault?.delayMs) await sleep(fault.delayMs)
      if (fault?.hang) {
        hanging.add(socket)
        socket.once('close', () => hanging.delete(socket))
      } else if (fault?.reset) socket.destroy()
      else if (fault?.status) {
        response.status(fault.status).set(fault.headers ?? {})
        if (typeof fault.body === 'string') response.type('html').send(fault.body)
        else response.json(fault.body ?? {})
      } else {
        if (fault?.taken) {
          response.end = () => {
            socket.destroy()
            return response
          }
        }
        next()
      }
    },
    dropHanging() {
      for (const socket of hanging) socket.destroy()
    },
  }
}
