import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)
dayjs.extend(timezone)

/** The calendar day in Hanoi at a moment (epoch milliseconds), as `2026-11-24`. */
export function toHanoiDay(now: number): string {
  return dayjs(now).tz('Asia/Ho_Chi_Minh').format('YYYY-MM-DD')
}
