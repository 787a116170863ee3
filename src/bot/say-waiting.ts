import type { Flow } from '../flows/flow'
import { toProgress } from '../flows/flow-progress'
import { currentStep, type FlowPosition } from '../flows/step-flow'
import { stepButtons } from './step-buttons'
import type { Turn } from './turn'

/** Tells someone who comes back to a guide after a while at which step they are. */
export async function sayWaiting(turn: Turn, flow: Flow, position: FlowPosition): Promise<void> {
  const step = currentStep(flow, position)
  await turn.sayMessage(
    turn.messages.flow.waiting,
    { ...toProgress(flow, position), title: flow.title, step: step.short },
    [
      ...stepButtons(turn, flow, position),
      {
        title: turn.messages.button.elsewhere,
        payload: { kind: 'command' as const, command: 'elsewhere' as const },
      },
    ],
  )
  turn.note({ kind: 'step', flow: flow.id, step: step.id })
}
