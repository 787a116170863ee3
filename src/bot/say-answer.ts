import { composeAnswer } from '../knowledge/compose-answer'
import { fillMessage } from '../knowledge/messages'
import { toReplacedTopic } from '../knowledge/replaced-topic'
import type { Topic } from '../knowledge/topic'
import { toUnitLines } from '../knowledge/unit-lines'
import { unitOf } from './came-by'
import { toOfficeStatus } from './office-hours'
import type { Button, Turn } from './turn'
import { toUnitText } from './unit-text'
import { withPinned } from './with-pinned'

/** Topics whose answer is a person: they are told with the hours of today. */
const HUMAN_TOPIC = 'talk-to-human'

/**
 * Answers with an entry, or with the notice in its place.
 * @param form `short` in the middle of a guide, where the step follows; of its buttons only those to guides that come back
 * @param also what the message asks beside; the first buttons lead there
 */
export async function sayAnswer(
  turn: Turn,
  topic: Topic,
  form: 'full' | 'short',
  also: readonly Topic[] = [],
): Promise<void> {
  if (topic.id === HUMAN_TOPIC) return sayHandoff(turn)
  const { knowledge } = turn.services.content
  const asked = also.map(toTopicButton)
  const titles = new Set(asked.map(({ title }) => title))
  const replaced = toReplacedTopic(topic, knowledge, turn.bulletins)
  const told = replaced ?? topic
  const further = topicButtons(turn, told, form).filter(({ title }) => !titles.has(title))
  const { channelId: channel } = turn.context.activity
  const answer = composeAnswer(told, knowledge, { form, channel })
  // Neither the place of before nor a mark for the entry goes with a notice.
  const place = replaced ? '' : toUnitText(turn, topic)
  const text = [answer, place].filter((part) => part !== '').join('\n\n')
  const isRated = form === 'full' && topic.group !== 'bot' && !replaced
  const ratings = isRated ? ratingButtons(turn, topic) : []
  await turn.say(withPinned(turn, text), [...asked, ...further], ratings)
  turn.chat.topic = topic.id
  turn.chat.misses = 0
  turn.note({ kind: 'answer', topic: topic.id })
}

/** Tells where a person is reached and whether anyone is at work now. */
export async function sayHandoff(turn: Turn): Promise<void> {
  const { settings, units } = turn.services.content.knowledge
  const { messages } = turn
  const unit = unitOf(turn.chat)
  const isKnown = units.units.some(({ code }) => code === unit)
  const contacts = [
    ...(isKnown ? toUnitLines(turn.services.content.knowledge, unit) : []),
    ...settings.contacts.map(
      ({ name, reach, note }) => `${name}: ${reach}${note ? ` (${note})` : ''}`,
    ),
  ]
    .map((line) => `- ${line}`)
    .join('\n')
  const status = toOfficeStatus(turn.services.now, settings.office)
  const menu: Button = {
    title: messages.button.menu,
    payload: { kind: 'command', command: 'menu' },
  }
  const text = status.open
    ? fillMessage(messages.handoff_open, { contacts })
    : fillMessage(messages.handoff_closed, { contacts, next_open: status.nextOpen })
  await turn.say(withPinned(turn, text), [menu])
  turn.chat.misses = 0
  turn.note({ kind: 'handoff', topic: HUMAN_TOPIC })
}

function ratingButtons({ messages }: Turn, { id: topic }: Topic): Button[] {
  return [
    { title: messages.button.useful, payload: { kind: 'rating', topic, useful: true } },
    { title: messages.button.not_useful, payload: { kind: 'rating', topic, useful: false } },
  ]
}

function topicButtons(
  { services, messages }: Turn,
  topic: Topic,
  form: 'full' | 'short',
): Button[] {
  const { knowledge, flows } = services.content
  const isShown = (button: Topic['buttons'][number]) =>
    form === 'full' || ('flow' in button && flows.get(button.flow)?.flow.returns)
  // Two guides under one answer are told apart by the topics that open them.
  const hasGuides = topic.buttons.filter((button) => 'flow' in button).length > 1
  const guideTitle = (flow: string) =>
    (hasGuides && [...knowledge.topics.values()].find(({ opens }) => opens === flow)?.label) ||
    messages.button.guide
  return topic.buttons.filter(isShown).flatMap((button): Button[] => {
    if ('link' in button) return [{ title: button.title, url: button.link }]
    if ('flow' in button) {
      // The guide that the answer opens follows it at once; a button to it would open it twice.
      if (button.flow === topic.opens || !flows.has(button.flow)) return []
      return [{ title: guideTitle(button.flow), payload: { kind: 'flow', flow: button.flow } }]
    }
    const related = knowledge.topics.get(button.topic)
    return related ? [toTopicButton(related)] : []
  })
}

function toTopicButton({ id, label }: Topic): Button {
  return { title: label, payload: { kind: 'topic', topic: id } }
}
