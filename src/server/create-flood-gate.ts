import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { InboundEvent } from '../delivery/inbound-event'

/** Far more than a person writes, so that only what fills the database is kept out. */
const PER_MINUTE = 120

/** Lets through what is to be stored of a webhook call. */
export type FloodGate = (events: readonly InboundEvent[]) => Promise<InboundEvent[]>

/**
 * Keeps one conversation from filling the inbox: what it brings beyond so many messages a minute is dropped before it is
 * stored. Wishes to be erased always pass. Counts in this process's memory.
 */
export function createFloodGate(perMinute = PER_MINUTE): FloodGate {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async (events) => {
    const passed: InboundEvent[] = []
    for (const event of events) {
      const isWithin =
        event.activity.name === 'erase' ||
        (await limiter.consume(event.conversation).then(
          () => true,
          () => false,
        ))
      if (isWithin) passed.push(event)
    }
    return passed
  }
}
