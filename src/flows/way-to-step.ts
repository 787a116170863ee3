import type { Flow, FlowStep } from './flow'
import { currentStep, type FlowInput, type FlowPosition, startFlow, stepFlow } from './step-flow'

/** What is done at a step on the way to another. */
export type Taken = { step: FlowStep; input: FlowInput }

/**
 * The shortest way from a guide's beginning to a step, without going through other guides. Null where there is none.
 */
export function wayToStep(flow: Flow, to: string): Taken[] | null {
  const asked = new Set(
    flow.steps.flatMap(({ next }) =>
      typeof next === 'object' ? next.flatMap(({ when }) => when?.step ?? []) : [],
    ),
  )
  // Two ways to a step are the same unless later steps ask what was answered last on them.
  const keyOf = ({ step, trail }: FlowPosition) => {
    const answerAt = (id: string) => trail.findLast((walked) => walked.step === id)?.answer
    return JSON.stringify([step, ...[...asked].map(answerAt)])
  }
  const waiting: { position: FlowPosition; taken: Taken[] }[] = [
    { position: startFlow(flow), taken: [] },
  ]
  const seen = new Set<string>()
  for (const { position, taken } of waiting) {
    if (position.step === to) return taken
    if (seen.has(keyOf(position))) continue
    seen.add(keyOf(position))
    const step = currentStep(flow, position)
    for (const input of step.end ? [] : inputsAt(step)) {
      const outcome = stepFlow(flow, position, input)
      if (outcome.kind !== 'moved' && outcome.kind !== 'completed') continue
      waiting.push({ position: outcome.position, taken: [...taken, { step, input }] })
    }
  }
  return null
}

function inputsAt({ next, choices, ask }: FlowStep): FlowInput[] {
  return [
    ...(next ? [{ do: 'next' } as const] : []),
    ...choices.map(({ id }) => ({ do: 'choose', choice: id }) as const),
    ...(ask?.ways ?? []).map(({ from, to }) => {
      return { do: 'enter', value: from ?? to ?? 0, told: '' } as const
    }),
  ]
}
