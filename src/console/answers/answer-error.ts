/** What a person of the staff asked for cannot be done: in Vietnamese why, and what to do. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError'
  /** HTTP status. */
  readonly status: number
  /**
   * What the page acts on.
   * - `changed`: someone else changed the draft or the published entry; `changes` tells what
   * - `broken`: it has errors; `problems` tells them
   * - `gone`: there is no such entry, draft or state of it
   * - `state`: not in this state, or not by this person
   */
  readonly code: 'changed' | 'broken' | 'gone' | 'state'
  /** More for the page to show. */
  readonly detail: Record<string, unknown>

  constructor(code: AnswerError['code'], message: string, detail: Record<string, unknown> = {}) {
    super(message)
    this.code = code
    this.status = { changed: 409, broken: 422, gone: 404, state: 409 }[code]
    this.detail = detail
  }
}
