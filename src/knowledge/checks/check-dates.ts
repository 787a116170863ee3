import type { Problem } from '../problem'
import { problemAt } from '../problem-at'
import type { Check } from './check'

/**
 * Entries that are out of date, or that nobody has looked at in time. Warnings: the day alone must not take answers
 * away from citizens.
 */
export const checkDates: Check = ({ draft: { topics, read, places }, today }) => [
  ...topics.flatMap(({ topic, ...place }) => {
    const { valid_from, valid_until, reviewed_on, review_by } = topic
    const problems: Problem[] = []
    const warn = (field: string, message: string) =>
      problems.push(problemAt(place, [field], { message, level: 'warning' }))
    if (valid_from && valid_until && valid_from > valid_until) {
      const message = `hết hiệu lực (${valid_until}) trước khi có hiệu lực (${valid_from}); sửa ngày`
      problems.push(problemAt(place, ['valid_until'], { message }))
    } else if (valid_until && valid_until < today) {
      warn('valid_until', `hết hiệu lực từ ${valid_until}; cập nhật câu trả lời`)
    }
    if (valid_from && valid_from > today) {
      warn('valid_from', `chưa có hiệu lực, đến ${valid_from} mới đúng; xem lại`)
    }
    if (reviewed_on > today) {
      warn('reviewed_on', `ngày soát ${reviewed_on} chưa tới; ghi ngày đã soát thật`)
    }
    if (!review_by) warn('review_by', 'chưa hẹn ngày soát lại; ghi review_by')
    else if (review_by < today) {
      warn('review_by', `quá hạn soát lại (${review_by}); soát rồi sửa reviewed_on, review_by`)
    }
    return problems
  }),
  ...read.notes.flatMap(({ valid_until }, index) => {
    if (!valid_until || valid_until >= today) return []
    const message = `lời dặn hết hiệu lực từ ${valid_until}; sửa hoặc bỏ`
    return [problemAt(places.notes, [index, 'valid_until'], { message, level: 'warning' })]
  }),
]
