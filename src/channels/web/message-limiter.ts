import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** How much one person and one address may send in a minute. */
export type MessageLimits = {
  /** Messages of one person. Default: 30, a tap every two seconds. */
  perPerson: number
  /** People who begin to write from one address. Default: 600, since a mobile network puts thousands behind one. */
  newPerAddress: number
}

/** Keeps one page, or someone who makes up cookies, from filling the inbox. Counts in this process's memory. */
export class MessageLimiter {
  readonly #people: RateLimiterMemory
  readonly #addresses: RateLimiterMemory

  constructor({ perPerson = 30, newPerAddress = 600 }: Partial<MessageLimits> = {}) {
    this.#people = new RateLimiterMemory({ points: perPerson, duration: 60 })
    this.#addresses = new RateLimiterMemory({ points: newPerAddress, duration: 60 })
  }

  /** Counts one message. Returns how many seconds to wait before it may be sent again; 0 when it may be sent now. */
  async count(person: string, address: string): Promise<number> {
    const known = await this.#people.get(person)
    const wait = known === null ? await take(this.#addresses, address) : 0
    return wait > 0 ? wait : take(this.#people, person)
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes)
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw refusal
  }
}
