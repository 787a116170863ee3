import express from 'express'
import { createFaultLine, type Fault } from './fault-line'
import { type Listening, listen } from './listen'

/** A way to a platform on which everything goes wrong until it is mended. */
export type FaultyFront = Listening & {
  /** How many calls have had each of the faults, in their order. */
  failures: readonly number[]
  /** Every call passes from now on; those that hang lose their connection. */
  mend(): void
}

/** What a platform needs to know of a call beside its body. */
const PASSED_ON = ['authorization', 'access_token', 'content-type']

/** Starts it in front of `target`; each call takes the next of the faults, over and over. */
export async function startFaultyFront(
  target: () => string,
  faults: readonly Fault[],
): Promise<FaultyFront> {
  const line = createFaultLine()
  const failures = faults.map(() => 0)
  let calls = 0
  let isMended = false
  const app = express()
  app.use((request, response, next) => {
    const index = calls % faults.length
    const fault = faults[index]
    if (isMended || !fault) return next()
    calls += 1
    failures[index] = (failures[index] ?? 0) + 1
    line.failNext(fault)
    return line.handler(request, response, next)
  })
  app.use(express.raw({ type: () => true }), async (request, response) => {
    const headers = PASSED_ON.map((name): [string, string] => [name, request.get(name) ?? ''])
    const answer = await fetch(`${target()}${request.url}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(request.body),
    })
    response
      .status(answer.status)
      .type('json')
      .send(await answer.text())
  })
  const listening = await listen(app, 0)
  return {
    ...listening,
    failures,
    mend() {
      isMended = true
      line.dropHanging()
    },
  }
}
