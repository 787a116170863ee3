import type { ClaimedMessage } from '../storage/outbox-table'
import { SendError } from './send-error'

/** What is looked at before a platform is asked. Times in milliseconds. */
export type HindranceOptions = {
  /** How long after a person's last word the platform takes messages; undefined where it always does. */
  replyWindowMs: number | undefined
  /** How long staff keep a conversation in which they no longer write. */
  staffHoldMs: number
  now: number
}

/**
 * Why a message may not leave, found without asking the platform: staff have the conversation, and the bot must not
 * talk into theirs (what staff say themselves may); or the platform's window is over, and a call would only count against us.
 * @returns null when nothing speaks against it
 */
export function findHindrance(
  { heardAt, staffSince, byStaff }: Pick<ClaimedMessage, 'heardAt' | 'staffSince' | 'byStaff'>,
  { replyWindowMs = Number.POSITIVE_INFINITY, staffHoldMs, now }: HindranceOptions,
): SendError | null {
  if (!byStaff && isWithStaff(staffSince, { staffHoldMs, now })) {
    return new SendError('with_staff', { policy: 'refuse' })
  }
  if (heardAt !== null && now >= heardAt + replyWindowMs) {
    return new SendError('outside_window', { policy: 'refuse' })
  }
  return null
}

/**
 * Whether staff have a conversation now: they took it or wrote in it less than `staffHoldMs` ago.
 * @param staffSince when they were last known to, in epoch milliseconds; null while the bot has it
 */
export function isWithStaff(
  staffSince: number | null,
  { staffHoldMs, now }: { staffHoldMs: number; now: number },
): boolean {
  return staffSince !== null && now < staffSince + staffHoldMs
}
