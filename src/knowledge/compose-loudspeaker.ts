import { toSpoken } from '../text/to-spoken'
import type { KnowledgeBase } from './knowledge-base'
import { fillMessage } from './messages'
import type { Unit } from './units'

/** Longer than this nobody listens, and nobody reads: seconds. */
export const LOUDSPEAKER_SECONDS = 60

/** What is read over a unit's loudspeaker of an answer or a guide, written as it is said. */
export function composeLoudspeaker(
  { title, answer }: { title: string; answer: string },
  { office }: Unit,
  { messages, readings }: Pick<KnowledgeBase, 'messages' | 'readings'>,
): string {
  const sentence = /[.!?…]$/.test(title) ? title : `${title}.`
  return toSpoken(
    fillMessage(messages.kit.loudspeaker, { title: sentence, answer: answer.trim(), office }),
    readings,
  )
}
