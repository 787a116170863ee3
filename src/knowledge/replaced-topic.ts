import { type Bulletin, findReplacing } from './bulletin'
import { toBulletinText } from './bulletin-text'
import type { KnowledgeBase } from './knowledge-base'
import type { Topic } from './topic'

/**
 * An entry as a notice has it answered: the notice alone, on every channel, without the documents on which the entry
 * rests. Its guide, which may say what the notice takes back, does not begin by itself any more; a button offers it.
 * Null where no notice stands in its place.
 * @param bulletins those in effect
 */
export function toReplacedTopic(
  topic: Topic,
  knowledge: KnowledgeBase,
  bulletins: readonly Bulletin[],
): Topic | null {
  const bulletin = findReplacing(bulletins, topic, knowledge)
  if (!bulletin) return null
  const { opens, buttons } = topic
  const isOffered = buttons.some((button) => 'flow' in button && button.flow === opens)
  return {
    ...topic,
    answer: { short: toBulletinText(bulletin, knowledge.messages), channels: {} },
    notes: [],
    sources: [],
    opens: undefined,
    buttons: opens && !isOffered ? [...buttons, { flow: opens }] : buttons,
  }
}
