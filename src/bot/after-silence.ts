import type { Meaning } from './read-meaning'
import { sayWaiting } from './say-waiting'
import type { Scene } from './scene'
import type { Turn } from './turn'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** What is done at once even after a long silence, by the step's input or way. */
const GOING_AWAY: readonly string[] = ['stop', 'restart']

/**
 * Inside a guide, what is typed after a long silence is answered with where one was, and after a very long one with
 * the guide's beginning. True where nothing more is to be said; a question, a button or a command is done as always.
 */
export async function afterSilence(scene: Scene, meaning: Meaning): Promise<boolean> {
  const { turn, active, dc, silenceMs } = scene
  if (!active) return false
  const { settings } = turn.services.content.knowledge
  const asked = toAsked(meaning, turn)
  if (silenceMs > active.flow.expires_after_days * DAY_MS) {
    await dc.cancelAllDialogs()
    scene.active = null
    if (!asked && meaning.kind !== 'step-button') return false
    await turn.sayMessage(turn.messages.flow.expired, { title: active.flow.title })
    await scene.beginFlow(active.flow.id)
    return true
  }
  if (silenceMs <= settings.greet_after_minutes * MINUTE_MS) return false
  if (!asked || GOING_AWAY.includes(asked)) return false
  await sayWaiting(turn, active.flow, active.state.position)
  // "Làm tiếp" now takes the step up again; it has not been done yet.
  turn.chat.digressed = true
  return true
}

/** What a typed message asks of the step shown, `nothing` where it is not understood; null for a question or a pressed button. */
function toAsked(meaning: Meaning, { context }: Turn): string | null {
  switch (meaning.kind) {
    case 'none':
      return 'nothing'
    case 'flow-input':
      return meaning.input.do
    case 'step-button':
      return context.activity.value ? null : meaning.payload.way
    default:
      return null
  }
}
