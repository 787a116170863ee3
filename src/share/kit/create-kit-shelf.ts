import { LRUCache } from 'lru-cache'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { takeTurn } from './take-turn'

/** A file of the kit that was asked for, or how many seconds to wait before asking again. */
export type Shelved = { file: Buffer } | { waitSeconds: number }

/** Limits on what is made for strangers; what lies on the shelf is given to everyone. */
export type KitLimits = {
  /** Files made for one address in a minute. Default 40: a ward's whole evening, a phone network's minute. */
  perAddress: number
  /** Files being made at once, in this process. Default 4. */
  atOnce: number
  /** Bytes kept. Default 32 MB, some 600 files. */
  bytes: number
}

/** Seconds in which one of the files under way is done. */
const BUSY_SECONDS = 5

/** Makes files when they are first asked for and keeps those used last. Pages are public, so making is bounded. */
export function createKitShelf({
  perAddress = 40,
  atOnce = 4,
  bytes = 32 * 1024 * 1024,
}: Partial<KitLimits> = {}) {
  const files = new LRUCache<string, Buffer>({
    maxSize: bytes,
    sizeCalculation: ({ length }) => Math.max(1, length),
  })
  const making = new Map<string, Promise<Shelved>>()
  const addresses = new RateLimiterMemory({ points: perAddress, duration: 60 })

  const begin = async (key: string, address: string, make: () => Promise<Buffer>) => {
    const waitSeconds = await takeTurn(addresses, address)
    if (waitSeconds > 0) return { waitSeconds }
    const file = await make()
    files.set(key, file)
    return { file }
  }

  /**
   * @param key says everything that the file depends on
   * @param address whom it is made for
   */
  return async (key: string, address: string, make: () => Promise<Buffer>): Promise<Shelved> => {
    const known = files.get(key)
    if (known) return { file: known }
    const underWay = making.get(key)
    if (underWay) return underWay
    if (making.size >= atOnce) return { waitSeconds: BUSY_SECONDS }
    const begun = begin(key, address, make).finally(() => making.delete(key))
    making.set(key, begun)
    return begun
  }
}
