import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Counts an address against a limit. Gives the seconds for which it has to wait, or 0. */
export async function takeTurn(limiter: RateLimiterMemory, address: string): Promise<number> {
  try {
    await limiter.consume(address)
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes)
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw refusal
  }
}
