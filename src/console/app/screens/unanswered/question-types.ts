import type { ShownGroup, Suggestion } from '../../../unanswered/list-groups'

/** What the server lists. */
export type UnansweredList = {
  groups: ShownGroup[]
  outside: { id: string; name: string }[]
  entries: Suggestion[]
}

/** The key of all queries of this part. */
export const UNANSWERED_KEY = ['unanswered'] as const

/** What may become of a group of questions. */
export type DecisionKind = 'example' | 'entry' | 'outside' | 'dismissed'

/** What each is called on a button. */
export const DECISION_NAMES: Readonly<Record<DecisionKind, string>> = {
  example: 'Thêm làm ví dụ',
  entry: 'Viết mục mới',
  outside: 'Ngoài phạm vi',
  dismissed: 'Bỏ qua',
}
