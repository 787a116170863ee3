import { setTimeout } from 'node:timers/promises'

/**
 * Waits for a promise, but not longer than `limitMs`. What is waited for goes on; its result is dropped.
 * @throws {unknown} `late`, when the limit is over first.
 */
export async function within<T>(promise: Promise<T>, limitMs: number, late: unknown): Promise<T> {
  const timer = new AbortController()
  const limit = setTimeout(limitMs, undefined, { signal: timer.signal }).then(() => {
    throw late
  })
  try {
    return await Promise.race([promise, limit])
  } finally {
    // The cancelled timer rejects, after the race is over.
    limit.catch(() => {})
    timer.abort()
  }
}
