import type { Flow } from '../flows/flow'
import { currentStep, type FlowInput, type FlowPosition } from '../flows/step-flow'
import { COMMON_WAYS } from './payload'
import type { Button, Turn } from './turn'

/** What a step is given to do: an input, or to be shown again in full. */
export type StepInput = FlowInput | { do: 'again' }

/** What a step offers: "done", its choices, back and stop. */
export function stepButtons({ messages }: Turn, flow: Flow, position: FlowPosition): Button[] {
  const step = currentStep(flow, position)
  const button = (title: string, way: string): Button => ({
    title,
    payload: { kind: 'step', flow: flow.id, step: step.id, way },
  })
  const [next, back, stop] = COMMON_WAYS
  return [
    ...(step.next ? [button(messages.button.next, next)] : []),
    ...step.choices.map(({ id, title }) => button(title, id)),
    // Before the first step of a troubleshooter is the guide that called it.
    ...(position.trail.length > 0 || flow.returns ? [button(messages.button.back, back)] : []),
    button(messages.button.stop, stop),
  ]
}

/** What a step's button asks for. */
export function toStepInput(way: string): StepInput {
  switch (way) {
    case 'next':
    case 'back':
    case 'stop':
    case 'again':
      return { do: way }
    default:
      return { do: 'choose', choice: way }
  }
}
