/** The first pause and the longest one, in milliseconds. */
export type BackOffLimits = { firstMs: number; capMs: number }

/**
 * How long to wait after the n-th failure in a row: twice as long each time up to the cap, and up to a quarter
 * shorter by chance, so that what failed together does not come back together.
 * @param failures counts from 1.
 * @param random returns a number from 0 up to 1.
 */
export function backOff(
  failures: number,
  random: () => number,
  { firstMs, capMs }: BackOffLimits,
): number {
  // 2^30 seconds is past any cap; it keeps the power finite.
  const pause = Math.min(capMs, firstMs * 2 ** Math.min(failures - 1, 30))
  return Math.round(pause * (1 - random() / 4))
}
