/**
 * What a worker did, for metrics and logs.
 * - `handled`, `sent`: well
 * - `retry`: it failed and is tried again
 * - `failed` (a turn), `dead` (a message): it failed and is not tried again
 * - `paused`: the channel sends nothing for a while
 * - `database_error`: the worker rests, then goes on by itself
 */
export type Outcome = {
  stage: 'turn' | 'send'
  /** Null when it failed before there was an event or a message. */
  channel: string | null
  outcome: 'handled' | 'sent' | 'retry' | 'failed' | 'dead' | 'paused' | 'database_error'
  /** Why, `snake_case`, safe in logs. */
  code?: string
  /** What was thrown. For the log's stack trace, never for a metric. */
  error?: unknown
}

/** Called once for each outcome. Must not throw. */
export type OnOutcome = (outcome: Outcome) => void
