import type { Flow, FlowStep } from './flow'
import { currentStep, type FlowInput, type FlowPosition, startFlow, stepFlow } from './step-flow'

/** "Bước 2/6": how far a person is on the main path, which is what one walks by always saying "done". */
export type FlowProgress = { number: number; total: number }

/**
 * Where a position stands on the main path of its guide: the steps that one walks by always saying "done", or by
 * the first choice where there is no "done". A step beside the path counts as the last step of the path before it.
 */
export function toProgress(flow: Flow, position: FlowPosition): FlowProgress {
  const path = mainPath(flow)
  const walked = [...position.trail.map(({ step }) => step), position.step]
  const last = walked.findLast((id) => path.includes(id))
  return { number: Math.max(1, path.indexOf(last ?? '') + 1), total: path.length }
}

function mainPath(flow: Flow): string[] {
  const path: string[] = []
  let position = startFlow(flow)
  for (;;) {
    const step = currentStep(flow, position)
    if (path.includes(step.id)) return path
    path.push(step.id)
    const outcome = stepFlow(flow, position, mainInput(step))
    if (!('position' in outcome)) return path
    position = outcome.position
  }
}

/** "Done"; without it the first choice that leads on, or the first way of what is typed. */
function mainInput({ next, choices, ask }: FlowStep): FlowInput {
  if (next) return { do: 'next' }
  const choice = choices.find(({ goto }) => goto)
  if (choice) return { do: 'choose', choice: choice.id }
  const [way] = ask?.ways ?? []
  return { do: 'enter', value: way?.from ?? way?.to ?? 0, told: '' }
}
