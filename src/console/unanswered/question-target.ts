import type { Account } from '../../storage/account-table'

/** Questions that are taken somewhere, by whom. */
export type QuestionMove = { texts: readonly string[]; account: Account }

/**
 * Where questions that went unanswered are taken to. Each throws what the console tells: a `Refusal` or an
 * `AnswerError`, in words.
 */
export type QuestionTarget = {
  /** Adds them to the examples of an entry, as a draft that is approved like any other. */
  addExamples(entry: string, move: QuestionMove): Promise<void>
  /** Takes the examples of these forms out again, as a draft. */
  removeExamples(entry: string, move: { forms: readonly string[]; account: Account }): Promise<void>
  /** Begins a draft of a new entry that answers `question`; returns its id. */
  startEntry(question: string, move: QuestionMove): Promise<string>
  /** Adds them to a kind of business that is outside, and publishes that. */
  addOutside(business: string, move: QuestionMove): Promise<void>
  /** Takes the examples of these forms out again, and publishes that. */
  removeOutside(
    business: string,
    move: { forms: readonly string[]; account: Account },
  ): Promise<void>
}
