import type { Content } from '../../bot/content'
import type { Database } from '../../storage/open-database'
import type { QuestionTarget } from './question-target'

/** What the part of the unanswered questions works with. */
export type UnansweredOptions = {
  database: Database
  /** What is published: entries that a question may belong to. */
  content: () => Content
  target: QuestionTarget
  /** Epoch milliseconds. */
  now: () => number
}
