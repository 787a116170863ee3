import { isAtLeast } from '../../storage/role'
import type { AwaitingSource } from '../home/create-home-routes'
import type { Answers } from './create-answers'

/** What of the entries waits for someone: drafts to approve, reviews that are overdue. */
export function awaitAnswers({ entries }: Answers): AwaitingSource {
  return async ({ id, role }) => {
    const drafts = await entries.waiting()
    const toApprove = drafts.filter(({ state, authorId }) => state === 'waiting' && authorId !== id)
    const { total } = await entries.list({ search: '', review: 'overdue', page: 1 })
    return [
      {
        text: 'câu trả lời chờ bạn duyệt',
        count: isAtLeast(role, 'approver') ? toApprove.length : 0,
        to: '/answers/waiting',
      },
      { text: 'câu trả lời quá hạn soát lại', count: total, to: '/answers?review=overdue' },
    ]
  }
}
