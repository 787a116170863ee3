import { problemAt } from '../problem-at'
import type { Check } from './check'

/** Every id is used once in its file, and none for both an entry and outside business: the matcher tells them apart. */
export const checkIds: Check = ({ draft: { topics, read, places } }) => {
  const topicFiles = new Map(topics.map(({ topic, file }) => [topic.id, file]))
  const lists = [
    { ids: read.facts.map(({ id }) => id), place: places.facts, path: [] },
    { ids: read.notes.map(({ id }) => id), place: places.notes, path: [] },
    { ids: read.outside.map(({ id }) => id), place: places.outside, path: [] },
    { ids: read.outline.claims.map(({ id }) => id), place: places.outline, path: ['claims'] },
  ]
  return [
    ...lists.flatMap(({ ids, place, path }) =>
      ids.flatMap((id, index) => {
        const first = ids.indexOf(id)
        if (first === index) return []
        const { line } = place.locate([...path, first, 'id'])
        const message = `id "${id}" đã dùng ở dòng ${line}; đặt id khác`
        return [problemAt(place, [...path, index, 'id'], { message })]
      }),
    ),
    ...read.outside.flatMap(({ id }, index) => {
      const file = topicFiles.get(id)
      const message = `id "${id}" đã là một mục (${file}); đặt id khác`
      return file ? [problemAt(places.outside, [index, 'id'], { message })] : []
    }),
  ]
}
