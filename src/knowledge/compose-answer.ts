import type { KnowledgeBase } from './knowledge-base'
import { toSourceLine } from './source-line'
import type { Topic } from './topic'

/**
 * An entry as a citizen reads it: the answer, then the detail and the shared notes, then the source with its date.
 * `form`: `short` leaves out detail and notes, for a question in the middle of a guide. `channel`: where it is said; a
 * channel may have words of its own.
 */
export function composeAnswer(
  topic: Topic,
  knowledge: KnowledgeBase,
  { form, channel = '' }: { form: 'full' | 'short'; channel?: string },
): string {
  const { short, detail } = { ...topic.answer, ...topic.answer.channels[channel] }
  const notes = topic.notes.map((id) => knowledge.notes.get(id)?.text)
  const parts = form === 'full' ? [short, detail, ...notes] : [short]
  return [...parts, toSourceLine(topic, knowledge)]
    .filter((part) => part)
    .map((part) => part?.trim())
    .join('\n\n')
}
