import { callGraph } from './graph-api'
import type { MessengerSettings } from './messenger-settings'

/** Tells people that they were read and that an answer is being written. Neither method throws or is waited for. */
export type SenderActions = {
  begin(person: string): void
  /** The answer leaves: an action that is not there yet would come after it, and is given up. */
  end(person: string): void
}

const ACTIONS = ['mark_seen', 'typing_on'] as const

/** After this the answer is there, or something is wrong that typing does not mend. */
const TIMEOUT_MS = 2_000

/**
 * People a second who are told. Above it answers matter more: from 40 messages a second on Meta's inbox, where staff
 * work, may fail (Messenger Platform, "Rate Limiting").
 */
const PEOPLE_PER_SECOND = 10

/** Makes the sender actions of a page. What fails is not tried again: an answer says more. */
export function createSenderActions(
  settings: MessengerSettings,
  now: () => number = Date.now,
): SenderActions {
  const under = new Map<string, AbortController>()
  let second = 0
  let told = 0

  function isTooMany(): boolean {
    const current = Math.floor(now() / 1_000)
    if (current !== second) told = 0
    second = current
    told += 1
    return told > PEOPLE_PER_SECOND
  }

  return {
    begin(person) {
      if (under.has(person) || isTooMany()) return
      const controller = new AbortController()
      under.set(person, controller)
      const limits = { timeoutMs: TIMEOUT_MS, signal: controller.signal }
      const calls = ACTIONS.map((sender_action) => {
        const body = { recipient: { id: person }, sender_action }
        return callGraph({ method: 'POST', path: 'messages', body }, settings, limits)
      })
      void Promise.allSettled(calls).then(() => {
        if (under.get(person) === controller) under.delete(person)
      })
    },
    end(person) {
      under.get(person)?.abort()
      under.delete(person)
    },
  }
}
