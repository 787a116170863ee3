import { addDays } from '../../knowledge/add-days'
import { toHanoiDay } from '../../knowledge/hanoi-day'
import { lawReviewTable } from '../../storage/law-review-table'
import { isAtLeast } from '../../storage/role'
import type { AwaitingSource } from '../home/create-home-routes'
import { type DueReview, listDueReviews } from './due-reviews'
import type { LawsOptions } from './laws-options'

/** What is due, as the screen shows it. */
export type ReviewCalendar = {
  /** In Hanoi. */
  today: string
  remindDays: number
  lastsDays: number
  /** Of the content that it was read from. */
  revision: number
  due: DueReview[]
  /** Ids of entries that are being written. */
  drafts: string[]
}

/** The reviews that are due: for the calendar, and for the first screen. */
export function createReviewCalendar({ database, served, listDrafts, now }: LawsOptions) {
  async function read(): Promise<ReviewCalendar> {
    const { revision, content } = served()
    const { lasts_days: lastsDays, remind_days: remindDays } = content.knowledge.settings.reviews
    const due = listDueReviews(content, await lawReviewTable(database.kysely).list())
    const today = toHanoiDay(now())
    return { today, remindDays, lastsDays, revision: revision.id, due, drafts: await listDrafts() }
  }

  /** What is overdue and what is due soon, for those who can do something about it: the lead sees it as they do. */
  const awaitReviews: AwaitingSource = async ({ role }) => {
    if (!isAtLeast(role, 'editor')) return []
    const { due, today, remindDays } = await read()
    const reviews = due.filter(({ kind }) => kind !== 'law')
    const overdue = reviews.filter(({ day }) => day < today)
    const soon = reviews.filter(({ day }) => day >= today && day <= addDays(today, remindDays))
    const laws = await lawReviewTable(database.kysely).list()
    const waiting = laws.filter((law) => law.waiting > 0)
    return [
      { text: 'mục quá hạn xem lại', count: overdue.length, to: '/reviews', isUrgent: true },
      {
        text: `mục cần xem lại trong ${remindDays} ngày tới`,
        count: soon.length,
        to: '/reviews',
      },
      {
        text: 'mục chờ xem lại vì văn bản pháp luật thay đổi',
        count: waiting.reduce((sum, law) => sum + law.waiting, 0),
        to: '/laws',
        isUrgent: waiting.some(({ effectiveOn }) => effectiveOn !== null && effectiveOn <= today),
      },
    ]
  }

  return { read, awaitReviews }
}
