const HOUR_MS = 3_600_000

/** What an app, an account or a person is still allowed; without an entry there is no such limit. */
export type ZaloConditions = {
  /** When people last did something, in epoch milliseconds. */
  interactions: Map<string, number>
  /** The only account that may write to a person: ids are of one account's namespace. */
  accountOf: Map<string, string>
  /** Billed messages that an account may still send. */
  quotas: Map<string, number>
  /** Calls that the app may make from now on before -32. */
  callsLeft: number
}

/** No limits at first. */
export function createZaloConditions(): ZaloConditions {
  return {
    interactions: new Map(),
    accountOf: new Map(),
    quotas: new Map(),
    callsLeft: Number.POSITIVE_INFINITY,
  }
}

/**
 * Takes one message into account.
 * @returns Zalo's error, or the quota that stands in its answer: none where the message is billed
 */
export function applyZaloConditions(
  conditions: ZaloConditions,
  { person, oaId, now }: { person: string; oaId: string; now: number },
): { error: number; message: string } | { quota?: { quota_type: string } } {
  if (conditions.callsLeft-- <= 0) return { error: -32, message: 'App rate limit' }
  if ((conditions.accountOf.get(person) ?? oaId) !== oaId) {
    return { error: -213, message: 'User has not followed the OA' }
  }
  const silentMs = now - (conditions.interactions.get(person) ?? now)
  if (silentMs <= 48 * HOUR_MS) return { quota: { quota_type: 'reply' } }
  if (silentMs > 7 * 24 * HOUR_MS) {
    return { error: -230, message: 'User has not interacted with the OA in the past 7 days' }
  }
  const left = conditions.quotas.get(oaId) ?? Number.POSITIVE_INFINITY
  if (left <= 0) return { error: -211, message: 'Out of quota' }
  conditions.quotas.set(oaId, left - 1)
  return {}
}
