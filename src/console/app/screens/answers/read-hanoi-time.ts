/** The moment of a time typed as `2026-11-24T07:30` in Hanoi, in epoch milliseconds; null where it is none. */
export function readHanoiTime(typed: string): number | null {
  const time = Date.parse(`${typed}:00+07:00`)
  return Number.isNaN(time) ? null : time
}
