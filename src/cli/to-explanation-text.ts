import type { ExplainedTopic, Explanation } from '../matching/create-explainer'

/** Topics whose features are shown: the best and the runner-up. */
const TOPICS_IN_FULL = 2

/** An explanation as lines for engineers. */
export function toExplanationText(explanation: Explanation): string {
  const { clauses, readings, unknown, concepts, topics, thresholds, understanding } = explanation
  const { kind, candidates, also, outside } = understanding
  const read = readings.map(({ typed, read, reason }) => `${typed} → ${read} (${reason})`)
  const decided = [
    kind,
    ...(outside ? [`outside ${outside}`] : []),
    ...candidates.map(({ topic, score }) => `${topic} ${score.toFixed(2)}`),
  ]
  const lines = [
    ['read', clauses.join(' | ') || 'no words'],
    ['changed', read.join(', ') || 'nothing'],
    ['unknown', `${unknown} words`],
    ['concepts', concepts.join(', ') || 'none'],
    ...topics.flatMap((topic, index) => toTopicLines(topic, index)),
    ['limits', `answer from ${thresholds.answer}, clarify from ${thresholds.clarify} together`],
    ['decided', decided.join(', ')],
    [
      'also',
      also.map(({ topic, score }) => `${topic} ${score.toFixed(2)}`).join(', ') || 'nothing',
    ],
  ]
  return lines.map(([label = '', text = '']) => `  ${label.padEnd(9)} ${text}`).join('\n')
}

function toTopicLines(topic: ExplainedTopic, index: number): string[][] {
  const name = topic.outside ? `${topic.topic} (outside)` : topic.topic
  const head = `${name} ${topic.probability.toFixed(2)}, margin ${topic.margin.toFixed(2)}`
  if (index >= TOPICS_IN_FULL) return [[`${index + 1}.`, head]]
  const { nearest } = topic
  const near = nearest
    ? `"${nearest.example}" (cosine ${nearest.cosine.toFixed(2)})`
    : 'no example shares a word'
  const features = topic.features.map(
    ({ feature, amount }) => `${amount < 0 ? '-' : '+'}${Math.abs(amount).toFixed(2)} ${feature}`,
  )
  return [
    [`${index + 1}.`, head],
    ['', `nearest  ${near}`],
    ['', `features ${features.join(', ') || 'none'}`],
  ]
}
