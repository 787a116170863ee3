const TIME = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** A moment (epoch milliseconds) in Hanoi: `14:05 25/11`. */
export function formatTime(at: number): string {
  return TIME.format(at)
}
