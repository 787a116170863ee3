const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Hanoi has one time all year. */
const HANOI_OFFSET_MS = 7 * HOUR_MS

/** Milliseconds from `now` (epoch) until a full hour in Hanoi, 0 to 23, strikes next: from 1 up to a whole day. */
export function untilHanoiHour(hour: number, now: number): number {
  const sinceMidnight = (now + HANOI_OFFSET_MS) % DAY_MS
  const left = hour * HOUR_MS - sinceMidnight
  return left > 0 ? left : left + DAY_MS
}
