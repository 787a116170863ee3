/**
 * What the outbox must do with a message that could not be sent.
 * - `retry`: later, with growing pauses
 * - `pause`: keep it and everything else of the channel until someone mends the channel (a revoked token)
 * - `refuse`: never again; it becomes a dead letter
 */
export type SendPolicy = 'retry' | 'pause' | 'refuse'

/**
 * What is wrong when a channel is paused: all of it, or one of the platform's accounts, which keeps its own messages
 * waiting and nobody else's.
 */
export type PauseScope = 'channel' | 'account'

/** Why a message could not be delivered, and what the outbox should do next. */
export class SendError extends Error {
  override readonly name = 'SendError'
  /** Stable, `snake_case`, safe in logs and metrics: never holds text or ids of a person. */
  readonly code: string
  readonly policy: SendPolicy
  /** The earliest next try in milliseconds from now, where the platform said so. */
  readonly retryAfterMs: number | undefined
  /** Of a `pause`. */
  readonly scope: PauseScope

  constructor(
    code: string,
    options: {
      policy: SendPolicy
      retryAfterMs?: number | undefined
      /** Default: `channel`. */
      scope?: PauseScope | undefined
      cause?: unknown
    },
  ) {
    super(`send failed: ${code}`, { cause: options.cause })
    this.code = code
    this.policy = options.policy
    this.retryAfterMs = options.retryAfterMs
    this.scope = options.scope ?? 'channel'
  }
}
