import type { Flow } from './flow'
import type { FlowPosition } from './step-flow'
import { waysFrom } from './ways-from'

/** "Bước 2/6": how far a person is on the main path, which is what one walks by always saying "done". */
export type FlowProgress = { number: number; total: number }

/**
 * Where a position stands on the main path of its guide: the steps that follow each other by their main way, `next`, or
 * the first choice where there is no `next`. A step beside the path counts as the last step of the path before it.
 */
export function toProgress(flow: Flow, position: FlowPosition): FlowProgress {
  const path = mainPath(flow)
  const walked = [...position.trail.map(({ step }) => step), position.step]
  const last = walked.findLast((id) => path.includes(id))
  return { number: Math.max(1, path.indexOf(last ?? '') + 1), total: path.length }
}

function mainPath(flow: Flow): string[] {
  const path: string[] = []
  let step = flow.steps[0]
  while (step && !path.includes(step.id)) {
    path.push(step.id)
    const [main] = waysFrom(step)
    step = flow.steps.find(({ id }) => id === main?.goto)
  }
  return path
}
