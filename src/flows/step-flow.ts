import type { Flow, FlowStep } from './flow'

/** Where a person is in a guide. Plain JSON. */
export type FlowPosition = {
  /** Id of the step they are shown. */
  step: string
  /** The steps before it, first to last: "quay lại" goes to the last. */
  trail: readonly string[]
}

/** What a person wants of the step they are shown. */
export type FlowInput =
  | { do: 'choose'; choice: string }
  | { do: 'next' }
  | { do: 'back' }
  | { do: 'restart' }
  | { do: 'stop' }

/** What became of it. `stayed` changes nothing: there is no way that was asked for. */
export type FlowOutcome =
  | { kind: 'moved'; position: FlowPosition }
  | { kind: 'completed'; position: FlowPosition }
  | { kind: 'cancelled' }
  | { kind: 'stayed'; reason: 'at_start' | 'no_such_way' }

/** A trail longer than this is a loop that someone walks; the oldest steps are forgotten. */
const TRAIL_LENGTH = 50

/** The position at which a guide begins: its first step. */
export function startFlow(flow: Flow): FlowPosition {
  return { step: flow.steps[0]?.id ?? '', trail: [] }
}

/** The step a position is at; the first one where the position's step does not exist in this flow. */
export function currentStep(flow: Flow, position: FlowPosition): FlowStep {
  const step = flow.steps.find(({ id }) => id === position.step) ?? flow.steps[0]
  if (!step) throw new Error(`flow ${flow.id} has no steps: the schema should have refused it`)
  return step
}

/** Takes one step of a guide. Pure: the same flow, position and input give the same outcome. */
export function stepFlow(flow: Flow, position: FlowPosition, input: FlowInput): FlowOutcome {
  const step = currentStep(flow, position)
  switch (input.do) {
    case 'stop':
      return { kind: 'cancelled' }
    case 'restart':
      return { kind: 'moved', position: startFlow(flow) }
    case 'back': {
      const before = position.trail.at(-1)
      if (before === undefined) return { kind: 'stayed', reason: 'at_start' }
      return { kind: 'moved', position: { step: before, trail: position.trail.slice(0, -1) } }
    }
    case 'next':
      return moveTo(flow, step, position, step.next)
    case 'choose':
      return moveTo(flow, step, position, step.choices.find(({ id }) => id === input.choice)?.goto)
  }
}

function moveTo(
  flow: Flow,
  from: FlowStep,
  position: FlowPosition,
  to: string | undefined,
): FlowOutcome {
  const step = flow.steps.find(({ id }) => id === to)
  if (!step) return { kind: 'stayed', reason: 'no_such_way' }
  const trail = [...position.trail, from.id].slice(-TRAIL_LENGTH)
  return { kind: step.end ? 'completed' : 'moved', position: { step: step.id, trail } }
}
