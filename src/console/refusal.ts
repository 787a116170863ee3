/** A request that is not done, for a reason that the person at the screen is told. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** The HTTP status of the answer. */
  readonly status: number
  /** What the screen may act on, where the words alone do not do. */
  readonly code: string | undefined

  /** @param message Vietnamese: what is wrong and what to do about it */
  constructor(status: number, message: string, code?: string) {
    super(message)
    this.status = status
    this.code = code
  }
}
