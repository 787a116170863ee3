import { findTopic } from '../../knowledge/find-topic'
import type { KnowledgeBase } from '../../knowledge/knowledge-base'
import type { Account } from '../../storage/account-table'
import { APPROVALS_NEEDED, type StoredBulletin } from '../../storage/bulletin-table'
import { isAtLeast } from '../../storage/role'

/** How a notice stands. `lapsed`: its time was over before two persons had said yes. */
export type BulletinStanding =
  | 'waiting'
  | 'out'
  | 'over'
  | 'lapsed'
  | 'rejected'
  | 'withdrawn'
  | 'ended'

/** A notice as one of the staff sees it. */
export type BulletinView = Omit<StoredBulletin, 'state' | 'authorId' | 'approvals'> & {
  standing: BulletinStanding
  /** The question of the entry in whose place it stands. */
  question: string | null
  /** Who said yes. */
  approvers: string[]
  /** How many yeses are still missing. */
  wanted: number
  /** How many people are lacking who could give them; above 0 it cannot go out. */
  lacking: number
  isOwn: boolean
  /** Whether the person may say yes, and has not. */
  mayApprove: boolean
  /** The text of the notice that it ends once it goes out. */
  ends: string | null
}

const STANDINGS = { asked: 'waiting', out: 'out' } as const

/** @param context.approvers who could say yes to a notice today, by their accounts' ids */
export function toBulletinView(
  stored: StoredBulletin,
  context: {
    account: Pick<Account, 'id' | 'role'>
    approvers: ReadonlySet<number>
    out: readonly StoredBulletin[]
    knowledge: Pick<KnowledgeBase, 'topics' | 'redirects'>
    now: number
  },
): BulletinView {
  const { account, approvers, out, knowledge, now } = context
  const { state, authorId, approvals, ...bulletin } = stored
  const isOver = stored.endsAt <= now
  const standing = toStanding(state, isOver)
  const said = new Set(approvals.map(({ accountId }) => accountId))
  const counted = [...said].filter((id) => approvers.has(id)).length
  const wanted = standing === 'waiting' ? Math.max(1, APPROVALS_NEEDED - counted) : 0
  const others = [...approvers].filter((id) => id !== authorId && !said.has(id)).length
  const before = out.find(({ id, topic }) => id !== stored.id && topic === stored.topic)
  return {
    ...bulletin,
    standing,
    question:
      stored.topic === null ? null : (findTopic(knowledge, stored.topic)?.question ?? stored.topic),
    approvers: approvals.map(({ account: name }) => name),
    wanted,
    lacking: Math.max(0, wanted - others),
    isOwn: authorId === account.id,
    mayApprove:
      standing === 'waiting' &&
      isAtLeast(account.role, 'approver') &&
      authorId !== account.id &&
      !said.has(account.id),
    ends: standing === 'waiting' ? (before?.text ?? null) : null,
  }
}

function toStanding(state: StoredBulletin['state'], isOver: boolean): BulletinStanding {
  if (state !== 'asked' && state !== 'out') return state
  if (!isOver) return STANDINGS[state]
  return state === 'out' ? 'over' : 'lapsed'
}
