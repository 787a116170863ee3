import type { Flow, FlowStep } from './flow'
import { currentStep, type FlowInput, startFlow, stepFlow } from './step-flow'

/**
 * Ids of the steps that one walks by always saying "done", or by the first choice where there is no "done": how most
 * people walk a guide.
 */
export function mainPath(flow: Flow): string[] {
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
