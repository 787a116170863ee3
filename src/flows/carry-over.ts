import type { Flow } from './flow'
import { type FlowPosition, startFlow } from './step-flow'

/** What becomes of a person inside when their guide has been edited. */
export type CarryOver =
  /** They end it on the version they began. */
  | { kind: 'stay' }
  /** They go on in the new version, at the same place. */
  | { kind: 'carried'; position: FlowPosition }
  /** They begin the new version, and are told why. */
  | { kind: 'restart'; position: FlowPosition; why: string }

/**
 * Carries a position from the version a person began to the current one, by what its author wrote under `changes` for
 * each version in between. A version without a line, or a step that went nowhere, leaves the person on the old one.
 */
export function carryOver(begun: Flow, position: FlowPosition, current: Flow): CarryOver {
  const versions = current.version - begun.version
  const changes = current.changes.filter(({ version }) => version > begun.version)
  if (versions < 1 || changes.length !== versions) return { kind: 'stay' }
  const restart = changes.findLast(({ as }) => as === 'restart')
  if (restart) return { kind: 'restart', position: startFlow(current), why: restart.why ?? '' }

  const toNew = (step: string) => changes.reduce((id, { moves }) => moves[id] ?? id, step)
  const steps = new Map(current.steps.map((step) => [step.id, step]))
  const step = toNew(position.step)
  if (!steps.has(step) || steps.get(step)?.end) return { kind: 'stay' }
  const trail = position.trail
    .map((walked) => ({ ...walked, step: toNew(walked.step) }))
    .filter((walked) => steps.has(walked.step))
  return { kind: 'carried', position: { step, trail } }
}
