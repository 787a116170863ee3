import dayjs, { type Dayjs } from 'dayjs'
import 'dayjs/locale/vi'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import type { Settings } from '../knowledge/settings'

dayjs.extend(utc)
dayjs.extend(timezone)

/** Whether officials are at work, and since when again if not. */
export type OfficeStatus = { open: true } | { open: false; nextOpen: string }

/** Holidays in a row are never longer than this. */
const DAYS_AHEAD = 30

/**
 * Tells whether the office is open at a moment.
 * @param now epoch milliseconds
 * @returns `nextOpen` as it is told, for example `8 giờ thứ Hai, 30/11`
 */
export function toOfficeStatus(now: number, office: Settings['office']): OfficeStatus {
  const local = dayjs(now).tz(office.timezone).locale('vi')
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const day = local.startOf('day').add(ahead, 'day')
    for (const { from, to } of hoursOf(day, office)) {
      if (ahead === 0 && !local.isBefore(at(day, from)) && local.isBefore(at(day, to))) {
        return { open: true }
      }
      if (local.isBefore(at(day, from))) return { open: false, nextOpen: speak(at(day, from)) }
    }
  }
  return { open: false, nextOpen: speak(local.add(DAYS_AHEAD, 'day')) }
}

function hoursOf(day: Dayjs, { hours, holidays }: Settings['office']) {
  if (holidays.includes(day.format('YYYY-MM-DD'))) return []
  const weekday = day.day() === 0 ? 7 : day.day()
  return hours
    .filter(({ days }) => days.includes(weekday))
    .sort((a, b) => a.from.localeCompare(b.from))
}

function at(day: Dayjs, clock: string): Dayjs {
  const [hour, minute] = clock.split(':').map(Number)
  return day.hour(hour ?? 0).minute(minute ?? 0)
}

function speak(moment: Dayjs): string {
  const clock = moment.minute() === 0 ? 'H [giờ]' : 'H [giờ] mm'
  return moment.format(`${clock} dddd, D/M`)
}
