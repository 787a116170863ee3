import { addDays } from '../../knowledge/add-days'
import type { DueReview } from './due-reviews'

/** Octets of a line (RFC 5545, 3.1), its end aside. */
const LINE = 75
/** Titles told in an event; the console has them all. */
const TOLD = 30

const WHY: Readonly<Record<DueReview['why'], string>> = {
  review: 'soát lại',
  expiry: 'hết hạn',
  law: 'văn bản đổi',
}

/**
 * The reviews as an iCalendar file: an event for each day that has some, of the whole day and not "busy". A day has the
 * same id in each file, so that a calendar puts the later in place of the earlier.
 * @param options.url the console's own calendar
 * @param options.now epoch milliseconds
 */
export function toCalendarFile(
  due: readonly DueReview[],
  options: { url: string; now: number; remindDays: number },
): string {
  const days = [...new Set(due.map(({ day }) => day))]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Loa//Lich xem lai//VI',
    'X-WR-CALNAME:Loa: lịch xem lại',
    ...days.flatMap((day) =>
      toEvent(
        day,
        due.filter((one) => one.day === day),
        options,
      ),
    ),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${breakLine(line)}\r\n`).join('')
}

function toEvent(
  day: string,
  items: readonly DueReview[],
  { url, now, remindDays }: { url: string; now: number; remindDays: number },
): string[] {
  const told = items
    .slice(0, TOLD)
    .map(({ why, title, owner }) => `${title} (${WHY[why]}; ${owner})`)
  const rest = items.length - told.length
  const text = [...told, ...(rest > 0 ? [`và ${rest} mục nữa`] : []), url].join('\n')
  const summary = escapeText(`Loa: ${items.length} mục cần xem lại`)
  return [
    'BEGIN:VEVENT',
    `UID:reviews-${day}@loa`,
    `DTSTAMP:${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${toDate(day)}`,
    `DTEND;VALUE=DATE:${toDate(addDays(day, 1))}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escapeText(text)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${summary}`,
    `TRIGGER:-P${remindDays}D`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

const toDate = (day: string) => day.replaceAll('-', '')

/** A title could else end the line and begin one of its own. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
}

/** Goes on in a line that begins with a space, and cuts no character in two. */
function breakLine(line: string): string {
  const lines: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LINE) {
      lines.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...lines, part].join('\r\n')
}
