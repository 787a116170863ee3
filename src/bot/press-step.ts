import { helpButtons } from './say-menu'
import type { Scene } from './scene'
import { toStepInput } from './step-buttons'

/** Does what a step's button says; one of a step that is over shows where one is now. */
export async function pressStep(
  scene: Scene,
  payload: { flow: string; step: string; way: string },
): Promise<void> {
  const { turn, active } = scene
  const isThisGuide = active?.flow.id === payload.flow
  // "Thôi" means the same under every step, also one that was shown long ago.
  if (isThisGuide && (active.state.position.step === payload.step || payload.way === 'stop')) {
    return scene.step(toStepInput(payload.way))
  }
  if (active) {
    await turn.say(turn.messages.flow.changed)
    return scene.step({ do: 'again' })
  }
  const title = turn.messages.button.guide
  const flow = turn.services.content.flows.has(payload.flow)
  await turn.say(turn.messages.old_button, [
    ...(flow ? [{ title, payload: { kind: 'flow' as const, flow: payload.flow } }] : []),
    ...helpButtons(turn),
  ])
}
