import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Presses that one address may make in a minute: a mobile network puts thousands of people behind one. */
const PER_MINUTE = 60

/** Keeps one address from pressing a button for everyone. Counts in this process's memory. */
export function createPressLimit(): { allows(address: string): Promise<boolean> } {
  const limiter = new RateLimiterMemory({ points: PER_MINUTE, duration: 60 })
  return {
    allows: (address) =>
      limiter.consume(address).then(
        () => true,
        () => false,
      ),
  }
}
