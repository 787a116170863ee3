import { composeAnswer } from '../compose-answer'
import type { PlacedTopic } from '../load-knowledge'
import { askMeant } from '../nearest-word'
import type { Problem } from '../problem'
import { problemAt } from '../problem-at'
import type { Check, CheckInput } from './check'

/** Every answer is one message on every channel, and words of a channel's own are for a channel that exists. */
export const checkLengths: Check = (input) =>
  input.draft.topics.flatMap((placed) => [
    ...findUnknownChannels(placed, input),
    ...findLongAnswers(placed, input),
  ])

function findUnknownChannels({ topic, ...place }: PlacedTopic, { channels }: CheckInput) {
  const known = Object.keys(channels)
  return Object.keys(topic.answer.channels).flatMap((name): Problem[] => {
    if (known.includes(name)) return []
    const hint = askMeant(name, known) ?? `các kênh: ${known.join(', ')}`
    return [
      problemAt(place, ['answer', 'channels', name], {
        message: `không có kênh "${name}"; ${hint}`,
      }),
    ]
  })
}

/** Channels that say the same are told in one problem. */
function findLongAnswers(placed: PlacedTopic, { channels, draft }: CheckInput): Problem[] {
  const { topic, ...place } = placed
  const long = Object.entries(channels).flatMap(([channel, { textLength }]) => {
    const { length } = composeAnswer(topic, draft.knowledge, { form: 'full', channel })
    return length > textLength ? [{ channel, textLength, length }] : []
  })
  const own = long.filter(({ channel }) => channel in topic.answer.channels)
  const common = long.filter((one) => !own.includes(one))
  const toProblem = (path: PropertyKey[], ones: typeof long): Problem[] => {
    const limits = ones.map(({ channel, textLength }) => `${textLength} của ${channel}`).join(', ')
    const mend = 'rút gọn detail, hoặc ghi lời ngắn hơn cho kênh ấy ở answer.channels'
    const message = `câu trả lời kèm lời dặn và nguồn dài ${ones[0]?.length} ký tự, quá ${limits}; ${mend}`
    return ones.length > 0 ? [problemAt(place, path, { message })] : []
  }
  return [
    ...toProblem(['answer'], common),
    ...own.flatMap((one) => toProblem(['answer', 'channels', one.channel], [one])),
  ]
}
