import type { TallyCount } from '../storage/tally-table'
import { type ShownCount, showRounded } from './shown-count'

/** How far people came in a guide. In steps of 5, since one step's number less the next tells who left. */
export type FunnelStep = {
  id: string
  reached: ShownCount
  /** Of these, who did not go on: they stopped, fell silent or are still there. */
  left: ShownCount
  /** Of these, who said that they stop. */
  stopped: ShownCount
  /** Whether the guide ends here. */
  end: boolean
}

/** One version's funnel, its steps in the guide's order. */
export type Funnel = { version: number; steps: FunnelStep[]; completed: ShownCount }

/** A guide's steps as they are now; a version of its own had others perhaps, which come last. */
type Steps = readonly { id: string; end: boolean }[]

/**
 * The funnels of a guide, the newest version first.
 * @param counts of the guide's moves, by part (`<version>/<step>`)
 */
export function toFunnels(counts: readonly TallyCount[], steps: Steps): Funnel[] {
  const versions = new Map<number, Map<string, Map<string, number>>>()
  for (const { key, measure, count } of counts) {
    const [version = '', step = ''] = key.split('/')
    const ofVersion = versions.get(Number(version)) ?? new Map<string, Map<string, number>>()
    const ofStep = ofVersion.get(step) ?? new Map<string, number>()
    ofStep.set(measure, count)
    versions.set(Number(version), ofVersion.set(step, ofStep))
  }
  return [...versions]
    .sort(([a], [b]) => b - a)
    .map(([version, moves]) => {
      const known = steps.filter(({ id }) => moves.has(id))
      const gone = [...moves.keys()].filter((id) => !steps.some((step) => step.id === id)).sort()
      const all = [...known, ...gone.map((id) => ({ id, end: hasEnded(moves.get(id)) }))]
      const ended = [...moves.values()].reduce((sum, move) => sum + (move.get('completed') ?? 0), 0)
      return {
        version,
        completed: showRounded(ended),
        steps: all.map(({ id, end }) => toStep(id, end, moves.get(id) ?? new Map())),
      }
    })
}

const hasEnded = (moves?: ReadonlyMap<string, number>) => (moves?.get('completed') ?? 0) > 0

function toStep(id: string, end: boolean, moves: ReadonlyMap<string, number>): FunnelStep {
  const count = (move: string) => moves.get(move) ?? 0
  return {
    id,
    end,
    reached: showRounded(count('reached')),
    left: end ? 0 : showRounded(Math.max(0, count('reached') - count('passed'))),
    stopped: showRounded(count('stopped')),
  }
}
