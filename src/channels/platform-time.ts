/** Numbers below are seconds: as milliseconds they would lie before September 2001. */
const FIRST_MILLISECONDS = 1e12
const LAST_MILLISECONDS = 8.64e15

/**
 * Epoch milliseconds of the first of some timestamps that is one: milliseconds or seconds, as a number or in digits.
 * Platforms mix these. Now, where none is.
 */
export function toEpochMs(...timestamps: unknown[]): number {
  for (const timestamp of timestamps) {
    const number = typeof timestamp === 'string' ? Number(timestamp) : timestamp
    if (typeof number !== 'number' || !(number > 0)) continue
    const ms = number < FIRST_MILLISECONDS ? number * 1000 : number
    if (ms <= LAST_MILLISECONDS) return Math.trunc(ms)
  }
  return Date.now()
}
