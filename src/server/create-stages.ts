import type { Histogram } from 'prom-client'
import type { InboundEvent } from '../delivery/inbound-event'
import type { StoredMessage } from '../delivery/outbound-message'
import type { Stage, Tracing } from './open-tracing'

/** Runs what a message goes through, and notes how long it took. */
export type Stages = {
  webhook<T>(events: readonly InboundEvent[], work: () => Promise<T>): Promise<T>
  turn<T>(event: InboundEvent, work: () => Promise<T>): Promise<T>
  send<T>(message: StoredMessage, work: () => Promise<T>): Promise<T>
}

/** Makes the stages; they become spans as well where traces are wanted. */
export function createStages(
  seconds: Histogram<'stage' | 'channel'>,
  tracing: Tracing | null,
): Stages {
  async function run<T>(
    stage: Stage,
    channel: string,
    work: () => Promise<T>,
    trace: (tracing: Tracing, span: { begunAt: number; endedAt: number; failed: boolean }) => void,
  ): Promise<T> {
    const begunAt = performance.timeOrigin + performance.now()
    let failed = true
    try {
      const result = await work()
      failed = false
      return result
    } finally {
      const endedAt = performance.timeOrigin + performance.now()
      seconds.observe({ stage, channel }, (endedAt - begunAt) / 1_000)
      if (tracing) trace(tracing, { begunAt, endedAt, failed })
    }
  }

  return {
    webhook: (events, work) =>
      run('webhook', events[0]?.channel ?? 'none', work, (to, span) => {
        for (const event of events) to.record({ stage: 'webhook', ...span }, event)
      }),
    turn: (event, work) =>
      run('turn', event.channel, work, (to, span) => to.record({ stage: 'turn', ...span }, event)),
    send: (message, work) =>
      run('send', message.channel, work, (to, span) =>
        to.recordSend({ stage: 'send', ...span }, message.id),
      ),
  }
}
