import type { DecodedActivity } from '../channel-adapter'
import { toEventId } from '../event-id'
import { toEpochMs } from '../platform-time'
import { pickText } from '../untrusted-json'

/**
 * Reads a `user_withdraw` event: a person wants what is kept of them to be deleted. The documents name the event but
 * show no example, so the ids are taken from wherever Zalo's other events have them. One without both ids is an alert: a
 * person must see to it.
 */
export function decodeWithdrawal(event: unknown): {
  activities: DecodedActivity[]
  ignored: string[]
  alerts: string[]
} {
  const person =
    pickText(event, 'user_id') ||
    pickText(event, 'follower', 'id') ||
    pickText(event, 'sender', 'id')
  const account = pickText(event, 'oa_id') || pickText(event, 'recipient', 'id')
  if (!person || !account) {
    return { activities: [], ignored: ['no_sender'], alerts: ['user_withdraw_incomplete'] }
  }
  const timestamp = pickText(event, 'timestamp')
  const withdrawal = {
    eventId: toEventId('user_withdraw', [account, person, timestamp]),
    account,
    person,
    occurredAt: toEpochMs(timestamp),
    activity: { type: 'event', name: 'erase' },
  }
  return { activities: [withdrawal], ignored: [], alerts: [] }
}
