import { toReadingTime } from '../../text/reading-time'
import { findUnspoken } from '../../text/to-spoken'
import { composeLoudspeaker, LOUDSPEAKER_SECONDS } from '../compose-loudspeaker'
import { problemAt } from '../problem-at'
import type { Check } from './check'

/** Every answer can be read over the loudspeaker: each word has a reading, and it is over in a minute. Warnings. */
export const checkLoudspeaker: Check = ({ draft: { knowledge, topics, read } }) =>
  topics.flatMap(({ topic, ...place }) => {
    if (topic.group === 'bot') return []
    const said = { title: topic.question, answer: topic.answer.short }
    const spoken = composeLoudspeaker(said, read.units.city, knowledge)
    const seconds = Math.ceil(toReadingTime(spoken))
    const unspoken = [...new Set(findUnspoken(spoken))]
    const warn = (message: string) =>
      problemAt(place, ['answer', 'short'], { message, level: 'warning' })
    return [
      ...(unspoken.length > 0
        ? [warn(`loa không đọc được: ${unspoken.join(', ')}; ghi cách đọc vào readings.yaml`)]
        : []),
      ...(seconds > LOUDSPEAKER_SECONDS
        ? [warn(`đọc trên loa hết ${seconds} giây, quá ${LOUDSPEAKER_SECONDS}; rút gọn short`)]
        : []),
    ]
  })
