import type { LawReview, LawReviewItem, LawReviewSum } from '../../../../storage/law-review-table'
import type { LawRow } from '../../../laws/create-laws-routes'
import type { LawDocument, RestingItem } from '../../../laws/law-graph'
import type { PrintedLink } from '../../../laws/to-printed-links'

/** What the server lists. */
export type LawList = { documents: LawRow[]; reviews: LawReviewSum[] }

/** A document with everything that rests on it, and the lists that were made of that. */
export type LawView = Omit<LawDocument, 'items'> & {
  items: (RestingItem & { reasons: string[] })[]
  links: PrintedLink[]
  reviews: LawReviewSum[]
}

/** An item, and when what it is about was last published since the list was made; null where it was not. */
export type ReviewItem = LawReviewItem & { publishedAt: number | null }

/** A list of what is to be looked at again. */
export type LawReviewView = { review: LawReview; items: ReviewItem[] }

/** The key of all queries of this part. */
export const LAWS_KEY = ['laws'] as const

/** What items are. */
export const KIND_NAMES: Readonly<Record<LawReviewItem['kind'], string>> = {
  note: 'Lời dặn dùng chung',
  topic: 'Câu trả lời',
  flow: 'Hướng dẫn',
  link: 'Đường dẫn, giấy tờ đã phát',
}

/** What becomes of an item. */
export const STATE_NAMES: Readonly<Record<LawReviewItem['state'], string>> = {
  waiting: 'Chờ xem lại',
  kept: 'Đã xem, vẫn đúng',
  changed: 'Đã sửa',
}
