import { bulletinTable } from '../../storage/bulletin-table'
import type { AwaitingSource } from '../home/create-home-routes'
import { findApprovers } from './find-approvers'
import { toBulletinView } from './to-bulletin-view'
import type { UrgentOptions } from './urgent-options'

/** Notices that wait for someone's yes. */
export function awaitBulletins({ database, content, now }: UrgentOptions): AwaitingSource {
  const { kysely, dialect } = database
  return async (account) => {
    const approvers = await findApprovers(kysely)
    const { knowledge } = content()
    const context = { account, approvers, out: [], knowledge, now: now() }
    const bulletins = await bulletinTable(kysely, dialect).list(now(), 0)
    const waiting = bulletins.filter((one) => toBulletinView(one, context).mayApprove)
    return [
      {
        text: 'đính chính khẩn chờ bạn duyệt',
        count: waiting.length,
        to: '/urgent',
        isUrgent: true,
      },
    ]
  }
}
