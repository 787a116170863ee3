import express from 'express'
import { createFaultLine, type Fault } from './fault-line'
import { type Listening, listen } from './listen'

/** A way to a platform on which everything goes wrong until it is mended. */
export type FaultyFront = Listening & {
  /** How many calls have failed. */
  failed(): number
  mend(): void
}

/** Starts it in front of `target`; each call takes the next of the faults, over and over. */
export async function startFaultyFront(
  target: () => string,
  faults: readonly Fault[],
): Promise<FaultyFront> {
  const line = createFaultLine()
  let failed = 0
  let isMended = false
  const app = express()
  app.use((request, response, next) => {
    const fault = faults[failed % faults.length]
    if (isMended || !fault) return next()
    failed += 1
    line.failNext(fault)
    return line.handler(request, response, next)
  })
  app.use(express.raw({ type: () => true }), async (request, response) => {
    const { authorization = '', 'content-type': type = '' } = request.headers
    const answer = await fetch(`${target()}${request.url}`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
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
    failed: () => failed,
    mend() {
      isMended = true
    },
  }
}
