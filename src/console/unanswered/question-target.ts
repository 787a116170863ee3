import type { Account } from '../../storage/account-table'

/** Where questions that went unanswered are taken to. */
export type QuestionTarget = {
  /**
   * Adds texts to the examples of an entry, as a draft that is approved like any other.
   * @throws {Refusal} when it cannot be done; says why
   */
  addExamples(entry: string, texts: readonly string[], account: Account): Promise<void>
  /**
   * Adds texts to a kind of business of outside.yaml, and publishes it.
   * @throws {Refusal} when it cannot be done; says why
   */
  addOutside(business: string, texts: readonly string[], account: Account): Promise<void>
}
