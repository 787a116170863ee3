import type { Confidence, EntryState } from '../../../answers/entry-row'

/** Whether citizens are answered with an entry. */
export const STATE_NAMES: Readonly<Record<EntryState, string>> = {
  live: 'Đang dùng',
  expired: 'Hết hạn',
  off: 'Tắt',
  new: 'Chưa đăng',
}

/** What a draft waits for. */
export const DRAFT_NAMES = { draft: 'Nháp', waiting: 'Chờ duyệt', scheduled: 'Hẹn giờ' } as const

/** How sure the facts are on which an entry rests. */
export const CONFIDENCE_NAMES: Readonly<Record<Confidence, string>> = {
  high: 'Chắc chắn',
  medium: 'Theo thông tin công bố',
  low: 'Chưa chắc',
  none: 'Không dẫn điều nào',
}

/** Where citizens write. */
export const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  zalo: 'Zalo',
  messenger: 'Messenger',
  web: 'Trang web',
  'zalo-bot': 'Zalo Bot',
}

/** A day `2026-11-24` as it is told: `24/11/2026`; a dash where there is none. */
export function showDay(day: string | null | undefined): string {
  return day ? day.split('-').reverse().join('/') : '–'
}
