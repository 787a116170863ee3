const FORMAT = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** A time as staff read it, in Hanoi: `14:05 03/06/2025`. @param time epoch milliseconds */
export function showTime(time: number): string {
  const parts = Object.fromEntries(
    FORMAT.formatToParts(time).map(({ type, value }) => [type, value]),
  )
  return `${parts.hour}:${parts.minute} ${parts.day}/${parts.month}/${parts.year}`
}
