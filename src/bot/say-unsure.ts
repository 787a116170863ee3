import { fillMessage, type Messages } from '../knowledge/messages'
import type { OutsideTopic } from '../knowledge/outside-topic'
import type { Understanding } from '../matching/create-matcher'
import { helpButtons } from './say-menu'
import type { Button, Turn } from './turn'
import { withPinned } from './with-pinned'

/** Choices offered at most: more are not read on a phone. */
const MAX_CHOICES = 3

/** Asks which of up to three questions was meant; the questions stand in full, the buttons carry their labels. */
export async function sayClarify(turn: Turn, understanding: Understanding): Promise<void> {
  const { topics } = turn.services.content.knowledge
  const { messages } = turn
  const choices = understanding.candidates
    .slice(0, MAX_CHOICES)
    .flatMap(({ topic }) => topics.get(topic) ?? [])
  const understood = understanding.understood
    ? [fillMessage(messages.understood, { text: understanding.understood })]
    : []
  const listed = choices.map(({ question }, index) => `${index + 1}. ${question}`)
  await turn.say([...understood, messages.clarify, ...listed].join('\n'), [
    ...choices.map(
      ({ id, label }): Button => ({
        title: label,
        payload: { kind: 'topic', topic: id },
      }),
    ),
    { title: messages.button.other, payload: { kind: 'command', command: 'menu' } },
  ])
  turn.note({ kind: 'clarify' })
}

/** Says that it is not known, by the name of the business and its office where that is known. */
export async function sayUnknown(turn: Turn, outside: string | null): Promise<void> {
  const { messages } = turn
  const kind = turn.services.content.knowledge.outside.find(({ id }) => id === outside)
  turn.chat.misses += 1
  await turn.say(withPinned(turn, toUnknown(messages, kind)), helpButtons(turn))
  turn.note({ kind: 'fallback', outside: kind?.id ?? null })
}

function toUnknown(messages: Messages, kind: OutsideTopic | undefined): string {
  if (!kind) return messages.fallback
  const { name, office } = kind
  return office
    ? fillMessage(messages.outside_office, { name, office: office.replace(/\.$/, '') })
    : fillMessage(messages.outside, { name })
}
