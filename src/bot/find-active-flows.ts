import { z } from 'zod'

const activeFlowSchema = z.object({
  flowId: z.string(),
  hash: z.string(),
  position: z.object({ step: z.string() }),
})

/** A guide that someone is in: its id, the version that they began, and where they are. */
export type FlowPlace = { flow: string; hash: string; step: string }

/** The guides on the dialog stack of a conversation's state, as the Bot Framework keeps it; none of anything else. */
export function findActiveFlows(state: unknown): FlowPlace[] {
  if (typeof state !== 'object' || state === null) return []
  const parsed = activeFlowSchema.safeParse(state)
  if (!parsed.success) return Object.values(state).flatMap(findActiveFlows)
  const { flowId: flow, hash, position } = parsed.data
  return [{ flow, hash, step: position.step }]
}
