import { setTimeout } from 'node:timers/promises'

/**
 * Waits until something holds, looking twenty times a second.
 * @throws {Error} when it does not within the limit; `what` says what was waited for
 */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limitMs = 20_000,
): Promise<void> {
  const end = Date.now() + limitMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited ${limitMs} ms in vain for ${what}`)
    await setTimeout(50)
  }
}
