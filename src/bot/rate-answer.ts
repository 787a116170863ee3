import { toForm } from '../text/to-form'
import type { ChatState } from './chat-state'
import { formatPayload } from './payload'
import { helpButtons } from './say-menu'
import type { Scene } from './scene'

/** Remembers what an answer answers, and tells of a choice that was taken. */
export function noteAsked(
  { turn }: Scene,
  { topic, pressed }: { topic: string; pressed: boolean },
  asked: ChatState['asked'],
): void {
  const { chat, context } = turn
  const payload = formatPayload({ kind: 'topic', topic })
  const isChoice = chat.offered.some((offer) => offer.payload === payload)
  if (pressed && isChoice && asked?.topic === null) {
    turn.note({ afterword: { kind: 'chosen', topic, form: asked.form } })
    chat.asked = { form: asked.form, topic }
  } else chat.asked = { form: pressed ? '' : toForm(context.activity.text ?? ''), topic }
}

/** Thanks for a rating. It counts once, and for the answer that was last given. */
export async function rateAnswer(
  scene: Scene,
  { topic, useful }: { topic: string; useful: boolean },
): Promise<void> {
  const { turn } = scene
  const { chat, messages } = turn
  if (chat.asked?.topic === topic) {
    const kind = useful ? 'useful' : 'not_useful'
    turn.note({ afterword: { kind, topic, form: chat.asked.form } })
    chat.asked = null
  }
  if (useful) await turn.say(messages.rating.thanks)
  else await turn.say(messages.rating.sorry, helpButtons(turn))
  turn.note({ kind: 'answer' })
  await scene.resume()
}
