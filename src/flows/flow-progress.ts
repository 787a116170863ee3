import type { Flow } from './flow'
import { mainPath } from './main-path'
import type { FlowPosition } from './step-flow'

/** "Bước 2/6": how far a person is on the main path. */
export type FlowProgress = { number: number; total: number }

/** Where a position stands on its guide's main path. A step beside the path counts as the last of the path before it. */
export function toProgress(flow: Flow, position: FlowPosition): FlowProgress {
  const path = mainPath(flow)
  const walked = [...position.trail.map(({ step }) => step), position.step]
  const last = walked.findLast((id) => path.includes(id))
  return { number: Math.max(1, path.indexOf(last ?? '') + 1), total: path.length }
}
