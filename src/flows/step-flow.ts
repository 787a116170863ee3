import type { Flow, FlowStep } from './flow'

/** Where a person is in a guide. Plain JSON. */
export type FlowPosition = {
  /** Id of the step they are shown. */
  step: string
  /** The steps before it, first to last, with what was answered there: "quay lại" takes back the last. */
  trail: readonly Walked[]
}

/** A step that was walked. `answer` is a choice's id, or what was typed. */
export type Walked = { step: string; answer?: string }

/** What a person wants of the step they are shown. */
export type FlowInput =
  | { do: 'choose'; choice: string }
  | { do: 'enter'; value: number; told: string }
  | { do: 'next' }
  | { do: 'back' }
  | { do: 'restart' }
  | { do: 'stop' }

/**
 * What became of it. `stayed` changes nothing: there is no way that was asked for. `called` walks another guide first;
 * `position` is where this one goes on afterwards.
 */
export type FlowOutcome =
  | { kind: 'moved'; position: FlowPosition }
  | { kind: 'called'; flow: string; position: FlowPosition }
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
  const move = (to: string | undefined, answer?: string) =>
    moveTo(flow, position, { to, walked: { step: step.id, ...(answer ? { answer } : {}) } })
  switch (input.do) {
    case 'stop':
      return { kind: 'cancelled' }
    case 'restart':
      return { kind: 'moved', position: startFlow(flow) }
    case 'back': {
      const before = position.trail.at(-1)
      if (before === undefined) return { kind: 'stayed', reason: 'at_start' }
      return { kind: 'moved', position: { step: before.step, trail: position.trail.slice(0, -1) } }
    }
    case 'next':
      return move(routeOf(step, position.trail))
    case 'enter': {
      const way = step.ask?.ways.find(
        ({ from = -Infinity, to = Infinity }) => from <= input.value && input.value <= to,
      )
      return move(way?.goto, input.told)
    }
    case 'choose': {
      const choice = step.choices.find(({ id }) => id === input.choice)
      if (!choice?.call) return move(choice?.goto, choice?.id)
      const after = choice.goto === undefined ? undefined : move(choice.goto, choice.id)
      const back = after && 'position' in after ? after.position : position
      return { kind: 'called', flow: choice.call, position: back }
    }
  }
}

/** The step after "done": where it has routes, by what was answered on the way. */
function routeOf({ next }: FlowStep, trail: readonly Walked[]): string | undefined {
  if (typeof next !== 'object') return next
  const answerAt = (step: string) => trail.findLast((walked) => walked.step === step)?.answer
  return next.find(({ when }) => !when || answerAt(when.step) === when.is)?.goto
}

function moveTo(
  flow: Flow,
  position: FlowPosition,
  { to, walked }: { to: string | undefined; walked: Walked },
): FlowOutcome {
  const step = flow.steps.find(({ id }) => id === to)
  if (!step) return { kind: 'stayed', reason: 'no_such_way' }
  const trail = [...position.trail, walked].slice(-TRAIL_LENGTH)
  return { kind: step.end ? 'completed' : 'moved', position: { step: step.id, trail } }
}
