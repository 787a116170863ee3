import { askMeant } from '../nearest-word'
import type { Problem } from '../problem'
import { problemAt } from '../problem-at'
import type { Check } from './check'

/** Every button, and the guide that an entry opens, leads to something that is there, and not back to itself. */
export const checkButtons: Check = ({ draft: { knowledge, topics, topicIds }, flowIds }) => {
  return topics.flatMap(({ topic, ...place }) => {
    const problems: Problem[] = []
    const add = (path: PropertyKey[], message: string) =>
      problems.push(problemAt(place, path, { message }))
    topic.buttons.forEach((button, index) => {
      if ('topic' in button && !topicIds.has(button.topic)) {
        const hint = askMeant(button.topic, topicIds) ?? 'sửa id hoặc bỏ nút'
        add(['buttons', index, 'topic'], `nút dẫn tới mục "${button.topic}" không có; ${hint}`)
      }
      if ('topic' in button && knowledge.offTopics.has(button.topic)) {
        const message = `nút dẫn tới mục "${button.topic}" đang tắt nên không hiện; chọn mục khác`
        problems.push(problemAt(place, ['buttons', index, 'topic'], { message, level: 'warning' }))
      }
      if ('topic' in button && button.topic === topic.id) {
        add(['buttons', index, 'topic'], 'nút dẫn về chính mục này; chọn mục khác hoặc bỏ nút')
      }
      if ('flow' in button && !flowIds.has(button.flow)) {
        const hint = askMeant(button.flow, flowIds) ?? 'sửa id hoặc bỏ nút'
        add(['buttons', index, 'flow'], `nút mở hướng dẫn "${button.flow}" không có; ${hint}`)
      }
    })
    if (topic.opens && !flowIds.has(topic.opens)) {
      const hint = askMeant(topic.opens, flowIds) ?? 'sửa id hoặc bỏ dòng này'
      add(['opens'], `hướng dẫn "${topic.opens}" không có; ${hint}`)
    }
    return problems
  })
}
