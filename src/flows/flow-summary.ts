import type { Flow } from './flow'
import type { FlowPosition } from './step-flow'

/** What a person answered on the way to a position, a line each: `Làm cho: Trẻ dưới 14 tuổi`. Only steps with a `sum` are told. */
export function toFlowSummary(flow: Flow, { trail }: FlowPosition): string[] {
  return trail.flatMap(({ step: id, answer }) => {
    const step = flow.steps.find((one) => one.id === id)
    if (!step?.sum || answer === undefined) return []
    const told = step.choices.find((choice) => choice.id === answer)?.title ?? answer
    return [`${step.sum}: ${told}`]
  })
}
