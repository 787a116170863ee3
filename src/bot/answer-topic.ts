import { findTopic } from '../knowledge/find-topic'
import { toReplacedTopic } from '../knowledge/replaced-topic'
import type { Candidate } from '../matching/create-matcher'
import { FLOW_DIALOG } from './flow-dialog'
import { sayAnswer } from './say-answer'
import { helpButtons } from './say-menu'
import type { Scene } from './scene'

/**
 * Answers with a topic, and opens its guide where it has one. Inside a guide the answer is short, and the step is taken
 * up again.
 * @param asked what else the message surely asks
 */
export async function answerTopic(
  scene: Scene,
  { topic: id, pressed }: { topic: string; pressed: boolean },
  asked: readonly Candidate[],
): Promise<void> {
  const { turn, active, dc } = scene
  const { knowledge, flows } = turn.services.content
  const topic = findTopic(knowledge, id)
  if (!topic) return turn.say(turn.messages.old_button, helpButtons(turn))
  const told = toReplacedTopic(topic, knowledge, turn.bulletins) ?? topic
  const opens = told.opens ? flows.get(told.opens) : undefined
  if (!active && opens) {
    await sayAnswer(turn, topic, 'short')
    await dc.beginDialog(FLOW_DIALOG, opens)
    return
  }
  if (active && opens && opens.flow.id === active.flow.id) {
    return scene.step({ do: 'again' })
  }
  const also = asked.flatMap((one) =>
    one.topic === id ? [] : (knowledge.topics.get(one.topic) ?? []),
  )
  await sayAnswer(turn, topic, active && !pressed ? 'short' : 'full', also)
  if (!active) return
  await scene.resume()
  if (turn.outcome.kind === 'answer') turn.note({ kind: 'resume' })
}
