import { isAtLeast } from '../../storage/role'
import type { AwaitingSource } from '../home/create-home-routes'
import type { Answers } from './create-answers'

/** What of the entries waits for someone: drafts to approve. */
export function awaitAnswers({ entries }: Answers): AwaitingSource {
  return async ({ id, role }) => {
    const drafts = await entries.waiting()
    const toApprove = drafts.filter(({ state, authorId }) => state === 'waiting' && authorId !== id)
    return [
      {
        text: 'câu trả lời chờ bạn duyệt',
        count: isAtLeast(role, 'approver') ? toApprove.length : 0,
        to: '/answers/waiting',
      },
    ]
  }
}
