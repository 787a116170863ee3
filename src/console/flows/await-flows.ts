import type { FlowForm } from '../../flows/flow-form'
import { isAtLeast } from '../../storage/role'
import type { DraftParts } from '../answers/create-draft-parts'
import type { AwaitingSource } from '../home/create-home-routes'

/** What of the guides waits for someone: drafts to approve. */
export function awaitFlows({ views }: DraftParts<FlowForm>): AwaitingSource {
  return async ({ id, role }) => {
    const drafts = await views.list()
    const toApprove = drafts.filter(({ state, authorId }) => state === 'waiting' && authorId !== id)
    const count = isAtLeast(role, 'approver') ? toApprove.length : 0
    return [{ text: 'hướng dẫn chờ bạn duyệt', count, to: '/flows' }]
  }
}
