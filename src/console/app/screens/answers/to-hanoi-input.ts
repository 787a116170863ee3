/** Hanoi has had no summer time since 1975. */
const UTC_OFFSET_MS = 7 * 3_600_000

/** A moment as a field for date and time holds it, in Hanoi: `2026-11-24T07:30`. @param time epoch milliseconds */
export function toHanoiInput(time: number): string {
  return new Date(time + UTC_OFFSET_MS).toISOString().slice(0, 16)
}
