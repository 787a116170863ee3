import { problemAt } from '../problem-at'
import type { Check } from './check'

/** Two buttons of the same title cannot be told apart when the bot asks which was meant. */
export const checkLabels: Check = ({ draft: { topics } }) => {
  const first = new Map<string, string>()
  return topics.flatMap(({ topic: { id, label }, ...place }) => {
    const owner = first.get(label.toLowerCase())
    first.set(label.toLowerCase(), owner ?? id)
    if (owner === undefined) return []
    const message = `label này đã có ở mục "${owner}"; đặt chữ khác để phân biệt hai nút`
    return [problemAt(place, ['label'], { message, level: 'warning' })]
  })
}
