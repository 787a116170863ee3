import { conversationTable } from '../storage/conversation-table'
import type { Database } from '../storage/open-database'
import { SendError } from './send-error'

/** What is looked at before a platform is asked. Times in milliseconds. */
export type HindranceOptions = {
  /** How long after a person's last word the platform takes messages; undefined where it always does. */
  replyWindowMs: number | undefined
  /** How long staff keep a conversation in which they no longer write. */
  staffHoldMs: () => number
  now: () => number
}

/**
 * Finds why a message to a conversation may not leave, without asking the platform: staff have the conversation, and
 * the bot must not talk into theirs; or the platform's window is over, and a call would only count against us.
 * @returns null when nothing speaks against it
 */
export function createHindranceFinder(
  { kysely }: Database,
  { replyWindowMs = Number.POSITIVE_INFINITY, staffHoldMs, now }: HindranceOptions,
): (conversation: string) => Promise<SendError | null> {
  const conversations = conversationTable(kysely)
  return async (conversation) => {
    const { heardAt, staffSince } = await conversations.readStanding(conversation)
    if (isWithStaff(staffSince, { staffHoldMs: staffHoldMs(), now: now() })) {
      return new SendError('with_staff', { policy: 'refuse' })
    }
    if (heardAt !== null && now() >= heardAt + replyWindowMs) {
      return new SendError('outside_window', { policy: 'refuse' })
    }
    return null
  }
}

/**
 * Whether staff have a conversation now: they took it or wrote in it less than `staffHoldMs` ago.
 * @param staffSince see `Standing`
 */
export function isWithStaff(
  staffSince: number | null,
  { staffHoldMs, now }: { staffHoldMs: number; now: number },
): boolean {
  return staffSince !== null && now < staffSince + staffHoldMs
}
