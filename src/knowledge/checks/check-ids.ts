import { problemAt } from '../problem-at'
import type { Check } from './check'

/**
 * Every id or code is used once in its file, and no id for both an entry and outside business: the matcher tells them
 * apart.
 */
export const checkIds: Check = ({ draft: { topics, read, places } }) => {
  const topicFiles = new Map(topics.map(({ topic, file }) => [topic.id, file]))
  const { city, units } = read.units
  const lists = [
    { place: places.facts, used: listIds(read.facts) },
    { place: places.notes, used: listIds(read.notes) },
    { place: places.outside, used: listIds(read.outside) },
    { place: places.outline, used: listIds(read.outline.claims, 'claims') },
    {
      place: places.units,
      used: [city, ...units].map(({ code }, index) => ({
        id: code,
        path: index === 0 ? ['city', 'code'] : ['units', index - 1, 'code'],
      })),
    },
  ]
  return [
    ...lists.flatMap(({ place, used }) => {
      const first = new Map<string, PropertyKey[]>()
      return used.flatMap(({ id, path }) => {
        const before = first.get(id)
        if (!before) {
          first.set(id, path)
          return []
        }
        const field = String(path.at(-1))
        const { line } = place.locate(before)
        const message = `${field} "${id}" đã dùng ở dòng ${line}; đặt ${field} khác`
        return [problemAt(place, path, { message })]
      })
    }),
    ...read.outside.flatMap(({ id }, index) => {
      const file = topicFiles.get(id)
      const message = `id "${id}" đã là một mục (${file}); đặt id khác`
      return file ? [problemAt(places.outside, [index, 'id'], { message })] : []
    }),
  ]
}

const listIds = (items: readonly { id: string }[], ...under: string[]) =>
  items.map(({ id }, index) => ({ id, path: [...under, index, 'id'] }))
