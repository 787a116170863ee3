import { askMeant } from '../nearest-word'
import { problemAt } from '../problem-at'
import type { Check } from './check'

/** The menu and the families of subjects name what is there; thresholds and hours are the right way round. */
export const checkSettings: Check = ({ draft: { topics, read, places, topicIds, unread } }) => {
  const { menu, families, matching, office } = read.settings
  const subjects = new Set(topics.map(({ topic }) => topic.subject))
  const error = (path: PropertyKey[], message: string) =>
    problemAt(places.settings, path, { message })
  return [
    ...menu.flatMap((id, index) => {
      if (topicIds.has(id)) return []
      const hint = askMeant(id, topicIds) ?? 'sửa id'
      return [error(['menu', index], `trình đơn: không có mục "${id}"; ${hint}`)]
    }),
    // An entry that could not be read may be of the subject.
    ...(unread.size > 0 ? [] : families).flatMap((family, index) =>
      family.flatMap((subject, nth) => {
        if (subjects.has(subject)) return []
        const hint = askMeant(subject, subjects) ?? 'sửa hoặc bỏ'
        return [error(['families', index, nth], `chưa mục nào có subject "${subject}"; ${hint}`)]
      }),
    ),
    ...(matching.clarify > matching.answer
      ? [error(['matching', 'clarify'], 'clarify phải nhỏ hơn answer: hỏi lại khi chưa đủ chắc')]
      : []),
    ...office.hours.flatMap(({ from, to }, index) =>
      from < to
        ? []
        : [error(['office', 'hours', index], `giờ mở ${from} sau giờ đóng ${to}; sửa`)],
    ),
  ]
}
