import type { Flow } from '../flows/flow'
import type { ActiveFlow } from './chat-state'
import type { Turn } from './turn'
import type { GuideMove } from './turn-outcome'

/**
 * Notes what a person did in a guide, for the numbers. Each move counts once in a run, however often they go back and
 * forth; changes `active`, which remembers it.
 */
export function noteMove(
  turn: Turn,
  active: ActiveFlow,
  { flow, step, move }: { flow: Flow; step: string; move: GuideMove['move'] },
): void {
  const key = `${move}:${step}`
  active.moved ??= []
  if (active.moved.includes(key)) return
  active.moved.push(key)
  const { id, version } = flow
  turn.note({ moves: [...turn.outcome.moves, { flow: id, version, step, move }] })
}
