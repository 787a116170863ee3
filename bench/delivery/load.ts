import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { WebhookCall } from '../../tests/stand-ins/webhook-call'

/** How calls were answered. */
export type LoadResult = {
  /** Milliseconds from when each call was due until its answer, ascending; only of those answered with 200. */
  answers: number[]
  refused: number
  /** From the first call to the last answer. */
  seconds: number
}

/** Sends each call when it is due, `perSecond` of them, whether or not those before it are answered. */
export async function sendEvenly(
  url: string,
  calls: readonly WebhookCall[],
  perSecond: number,
): Promise<LoadResult> {
  const run = createRun(url, 256)
  const all: Promise<void>[] = []
  for (const [index, call] of calls.entries()) {
    const due = run.begun + (index * 1_000) / perSecond
    const early = due - performance.now()
    if (early > 1) await setTimeout(early)
    all.push(run.send(call, due))
  }
  await Promise.all(all)
  return run.end()
}

/** Sends the calls over `connections`, each as soon as the one before it is answered. */
export async function sendAllOut(
  url: string,
  calls: readonly WebhookCall[],
  connections: number,
): Promise<LoadResult> {
  const run = createRun(url, connections)
  let next = 0
  const one = async () => {
    for (let call = calls[next++]; call; call = calls[next++]) {
      await run.send(call, performance.now())
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  return run.end()
}

/** The value below which the share `p` of the ascending numbers lies. */
export function percentile(ascending: readonly number[], p: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * p))] ?? Number.NaN
}

function createRun(url: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const begun = performance.now()
  const answers: number[] = []
  let refused = 0
  return {
    begun,
    send: ({ rawBody, headers }: WebhookCall, due: number) =>
      new Promise<void>((resolve) => {
        const failed = () => {
          refused += 1
          resolve()
        }
        const options = {
          method: 'POST',
          agent,
          headers: { ...headers, 'content-length': rawBody.length },
        }
        request(url, options, (response) => {
          response.resume()
          response.once('end', () => {
            if (response.statusCode !== 200) return failed()
            answers.push(performance.now() - due)
            resolve()
          })
        })
          .once('error', failed)
          .end(rawBody)
      }),
    end(): LoadResult {
      agent.destroy()
      answers.sort((a, b) => a - b)
      return { answers, refused, seconds: (performance.now() - begun) / 1_000 }
    },
  }
}
