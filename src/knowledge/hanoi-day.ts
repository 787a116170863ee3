import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** Indochina Time, without summer time since 1975: looking it up in the time zones for every turn takes longer. */
const UTC_OFFSET_HOURS = 7

/** The calendar day in Hanoi at a moment (epoch milliseconds), as `2026-11-24`. */
export function toHanoiDay(now: number): string {
  return dayjs.utc(now).utcOffset(UTC_OFFSET_HOURS).format('YYYY-MM-DD')
}

/** The time of day in Hanoi at a moment (epoch milliseconds), as `14:05`. */
export function toHanoiTime(now: number): string {
  return dayjs.utc(now).utcOffset(UTC_OFFSET_HOURS).format('HH:mm')
}
