import type { NumberName } from '../../insights/to-number-table'

/** What the numbers are called, on the screen and in the workbook. */
export const NUMBER_NAMES: Readonly<Record<NumberName, string>> = {
  people: 'Lượt người trong ngày',
  questions: 'Câu hỏi',
  answered: 'Đã trả lời',
  clarified: 'Phải hỏi lại',
  unanswered: 'Chưa trả lời được',
  outside: 'Ngoài phạm vi',
  other: 'Gặp người, cảnh báo',
  useful: 'Hữu ích',
  notUseful: 'Chưa đúng',
}
