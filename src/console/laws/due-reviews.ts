import { addDays } from '../../knowledge/add-days'
import type { KnowledgeBase } from '../../knowledge/knowledge-base'
import type { LawContent } from './law-graph'

/** A day by which somebody should look at something again. */
export type DueReview = {
  /** `2027-02-25`: the last day for it. */
  day: string
  /**
   * `review`: it is to be looked at again; `expiry`: it holds until that day; `law`: a changed document takes effect,
   * and not all that rests on it has been looked at.
   */
  why: 'review' | 'expiry' | 'law'
  /** What `id` is of; a review list for `law`. */
  kind: 'topic' | 'flow' | 'note' | 'law'
  id: string
  title: string
  owner: string
}

/** A review list that is not ended, as far as the calendar shows it. */
export type OpenLawReview = {
  id: number
  name: string
  effectiveOn: string | null
  waiting: number
  openedBy: string
}

/** Everything that is due, the earliest first, whatever day it is. Entries that are off answer nobody and wait. */
export function listDueReviews(
  {
    knowledge,
    flows,
  }: { knowledge: Pick<KnowledgeBase, 'topics' | 'notes' | 'settings'> } & Pick<
    LawContent,
    'flows'
  >,
  laws: readonly OpenLawReview[],
): DueReview[] {
  const { reviews, campaign } = knowledge.settings
  const from = (reviewedOn: string) => addDays(reviewedOn, reviews.lasts_days)
  const due: DueReview[] = [...knowledge.topics.values()].flatMap((topic) => {
    const { id, question: title, owner, reviewed_on, review_by, valid_until } = topic
    const item = { kind: 'topic' as const, id, title, owner }
    return [
      { ...item, why: 'review' as const, day: review_by ?? from(reviewed_on) },
      ...toExpiry(item, valid_until),
    ]
  })
  for (const { flow } of flows.values()) {
    const { id, title, owner, reviewed_on } = flow
    due.push({ kind: 'flow', id, title, owner, why: 'review', day: from(reviewed_on) })
  }
  for (const { id, text: title, valid_until } of knowledge.notes.values()) {
    due.push(...toExpiry({ kind: 'note', id, title, owner: campaign.organiser }, valid_until))
  }
  for (const { id, name: title, effectiveOn, waiting, openedBy: owner } of laws) {
    if (effectiveOn === null || waiting === 0) continue
    due.push({ kind: 'law', id: String(id), title, owner, why: 'law', day: effectiveOn })
  }
  return due.sort((a, b) => compare(a.day, b.day) || compare(a.title, b.title))
}

function toExpiry(
  item: Omit<DueReview, 'day' | 'why'>,
  validUntil: string | null | undefined,
): DueReview[] {
  return validUntil ? [{ ...item, why: 'expiry', day: validUntil }] : []
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
