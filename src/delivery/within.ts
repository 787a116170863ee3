/**
 * Waits for a promise, but not longer than `limitMs`. What is waited for goes on; its result is dropped.
 * @throws {unknown} what `late` makes, when the limit is over first.
 */
export async function within<T>(
  promise: Promise<T>,
  limitMs: number,
  late: () => unknown,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), limitMs)
  })
  try {
    return await Promise.race([promise, limit])
  } finally {
    clearTimeout(timer)
  }
}
