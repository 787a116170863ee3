import { type CarryOver, carryOver } from '../flows/carry-over'
import { type Flow, flowSchema } from '../flows/flow'
import type { ActiveFlow } from './chat-state'
import type { TurnServices } from './turn-services'

/** The version of a guide that a person is on: the current one if it is the same, else the stored one; null if lost. */
export async function readActiveFlow(
  active: ActiveFlow,
  { content, flowVersions }: TurnServices,
): Promise<Flow | null> {
  const current = content.flows.get(active.flowId)
  if (current?.hash === active.hash) return current.flow
  const stored = flowSchema.safeParse((await flowVersions.read(active.hash))?.definition)
  return stored.success ? stored.data : null
}

/**
 * Brings a person inside to the current version, where its author says how, and returns what became of them.
 * Changes `active`; the version they are on now is stored.
 */
export async function carryActiveFlow(
  active: ActiveFlow,
  begun: Flow,
  { content, flowVersions }: TurnServices,
): Promise<CarryOver> {
  const current = content.flows.get(active.flowId)
  if (!current || current.hash === active.hash) return { kind: 'stay' }
  const carried = carryOver(begun, active.position, current.flow)
  if (carried.kind === 'stay') return carried
  const { hash, flow } = current
  await flowVersions.save({ hash, flowId: flow.id, definition: flow })
  Object.assign(active, { hash, position: carried.position })
  return carried
}
