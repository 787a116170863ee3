import { askMeant } from '../nearest-word'
import { problemAt } from '../problem-at'
import type { Check } from './check'

/** Every note that an entry names is there; every note that is there is named. */
export const checkNotes: Check = ({ draft: { knowledge, topics, read, places, unread } }) => {
  const used = new Set(topics.flatMap(({ topic }) => topic.notes))
  return [
    ...topics.flatMap(({ topic: { notes }, ...place }) =>
      notes.flatMap((id, index) => {
        if (knowledge.notes.has(id)) return []
        const hint = askMeant(id, knowledge.notes.keys()) ?? 'sửa mã hoặc thêm lời dặn vào đó'
        return [
          problemAt(place, ['notes', index], { message: `notes.yaml không có "${id}"; ${hint}` }),
        ]
      }),
    ),
    // An entry that could not be read may name it.
    ...(unread.size > 0 ? [] : read.notes).flatMap(({ id }, index) => {
      if (used.has(id)) return []
      const message = `chưa mục nào dùng lời dặn "${id}"; ghi mã này vào notes của một mục, hoặc bỏ`
      return [problemAt(places.notes, [index, 'id'], { message, level: 'warning' })]
    }),
  ]
}
