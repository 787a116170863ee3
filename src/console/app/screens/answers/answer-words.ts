import type { Confidence, EntryState } from '../../../answers/entry-row'

/** Names of the fields of an entry, as staff say them. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  question: 'Câu hỏi',
  label: 'Chữ trên nút',
  group: 'Nhóm',
  subject: 'Việc nói tới',
  aspect: 'Mặt của việc ấy',
  covers: 'Mặt khác cũng nói tới',
  examples: 'Các cách người dân hỏi',
  'answer.short': 'Câu trả lời ngắn',
  'answer.detail': 'Nói thêm',
  'answer.channels': 'Lời riêng cho từng kênh',
  notes: 'Lời dặn dùng chung',
  buttons: 'Nút',
  opens: 'Hướng dẫn mở ra ngay',
  sources: 'Dựa vào đâu',
  valid_from: 'Đúng từ ngày',
  valid_until: 'Đúng đến hết ngày',
  reviewed_on: 'Soát gần nhất',
  review_by: 'Phải soát lại trước ngày',
  owner: 'Nơi chịu trách nhiệm',
  off: 'Tắt',
}

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
