import { callGraph } from './graph-api'
import type { MessengerSettings } from './messenger-settings'

/** Tells people that they were read and that an answer is being written. Neither method throws or is waited for. */
export type SenderActions = {
  begin(person: string): void
  /** The answer has left: should typing be shown only after it, it is taken away again. */
  end(person: string): void
}

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
  /** Whether the answer of those who are being told has left meanwhile. */
  const underWay = new Map<string, { isAnswered: boolean }>()
  let second = 0
  let told = 0

  function isTooMany(): boolean {
    const current = Math.floor(now() / 1_000)
    if (current !== second) told = 0
    second = current
    told += 1
    return told > PEOPLE_PER_SECOND
  }

  async function act(person: string, sender_action: string): Promise<void> {
    const body = { recipient: { id: person }, sender_action }
    await callGraph({ method: 'POST', path: 'messages', body }, settings, TIMEOUT_MS)
  }

  async function showTyping(person: string): Promise<void> {
    const state = { isAnswered: false }
    underWay.set(person, state)
    try {
      await act(person, 'typing_on')
      if (state.isAnswered) await act(person, 'typing_off')
    } finally {
      if (underWay.get(person) === state) underWay.delete(person)
    }
  }

  return {
    begin(person) {
      if (underWay.has(person) || isTooMany()) return
      void Promise.allSettled([act(person, 'mark_seen'), showTyping(person)])
    },
    end(person) {
      const state = underWay.get(person)
      if (state) state.isAnswered = true
    },
  }
}
