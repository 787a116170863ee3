import type { Activity } from 'botbuilder-core'
import type { DecodedActivity } from '../channel-adapter'
import { toEventId } from '../event-id'
import { toEpochMs } from '../platform-time'
import { pick, pickList, pickText } from '../untrusted-json'
import type { Confirmation } from '../webhook'
import { decodeAttachments } from './decode-attachments'
import { readOutboxId } from './metadata'

/** What one item of `messaging` means: something a person did, a word about our own message, or neither. */
export type DecodedItem = {
  activities?: DecodedActivity[]
  confirmation?: Confirmation
  /** Why it is no activity: a stable name for the metrics. */
  ignored?: string
}

/** Payloads of the button that opens a conversation: ours, and the one that most pages have from before. */
const GET_STARTED: readonly string[] = ['command:start', 'GET_STARTED']

/** Items that are known, and no message to us, by the key that tells them. */
const NO_MESSAGE: Readonly<Record<string, string>> = {
  delivery: 'delivery',
  read: 'read',
  reaction: 'reaction',
  message_edit: 'message_edit',
  optin: 'optin',
  pass_thread_control: 'handover',
  take_thread_control: 'handover',
  request_thread_control: 'handover',
  app_roles: 'handover',
  policy_enforcement: 'policy_enforcement',
  account_linking: 'account_linking',
  messaging_feedback: 'feedback',
  response_feedback: 'feedback',
}

/** A conversation's person and page, and when the platform says it happened. */
type Origin = { account: string; person: string; timestamp: string; occurredAt: number }

/**
 * Reads one item of `messaging`. Never throws.
 * @param entryTime the entry's own time, for items without one
 */
export function decodeItem(item: unknown, entryTime: unknown): DecodedItem {
  if (pick(item, 'message', 'is_echo') === true) return decodeEcho(item)
  const origin: Origin = {
    account: pickText(item, 'recipient', 'id'),
    person: pickText(item, 'sender', 'id'),
    timestamp: pickText(item, 'timestamp'),
    occurredAt: toEpochMs(pick(item, 'timestamp'), entryTime),
  }
  const isMessage = ['message', 'postback', 'referral'].some((key) => pick(item, key))
  if (isMessage && (!origin.account || !origin.person)) return { ignored: 'no_sender' }
  if (pick(item, 'message')) return decodeMessage(pick(item, 'message'), origin)
  if (pick(item, 'postback')) return decodePostback(pick(item, 'postback'), origin)
  if (pick(item, 'referral')) {
    const activities = decodeReferral(pick(item, 'referral'), '', origin)
    return activities.length > 0 ? { activities } : { ignored: 'referral_without_ref' }
  }
  const known = Object.keys(NO_MESSAGE).find((key) => pick(item, key))
  if (known) return { ignored: NO_MESSAGE[known] ?? known }
  return { ignored: pickText(item, 'type').startsWith('LEAD_') ? 'lead' : 'unknown_event' }
}

/** A message of the page itself: ours if it has our mark, else staff's or another app's. Never an answer to answer. */
function decodeEcho(item: unknown): DecodedItem {
  const outboxId = readOutboxId(pickText(item, 'message', 'metadata'))
  if (outboxId === undefined) return { ignored: 'echo' }
  const platformMessageId = pickText(item, 'message', 'mid')
  return { confirmation: platformMessageId ? { outboxId, platformMessageId } : { outboxId } }
}

function decodeMessage(message: unknown, origin: Origin): DecodedItem {
  if (pick(message, 'is_deleted') === true) return { ignored: 'message_deleted' }
  const text = pickText(message, 'text')
  const payload = pickText(message, 'quick_reply', 'payload') || readCommand(message)
  const eventId =
    pickText(message, 'mid') || toId('message', origin, JSON.stringify([text, payload]))
  const activity: Partial<Activity> = { type: 'message', text }
  if (payload) activity.value = payload
  const attachments = decodeAttachments(message)
  if (attachments.length > 0) activity.attachments = attachments
  return {
    activities: [
      ...decodeReferral(pick(message, 'referral'), eventId, origin),
      { ...toDecoded(origin, eventId), activity },
    ],
  }
}

/** A command chosen from the page's list arrives as a name beside the text. */
function readCommand(message: unknown): string {
  const name = pickText(pickList(message, 'commands')[0], 'name')
  return name ? `command:${name}` : ''
}

function decodePostback(postback: unknown, origin: Origin): DecodedItem {
  const payload = pickText(postback, 'payload')
  const title = pickText(postback, 'title')
  const ref = readRef(pick(postback, 'referral'))
  const eventId = pickText(postback, 'mid') || toId('postback', origin, payload)
  if (GET_STARTED.includes(payload)) {
    const membersAdded = [{ id: origin.person, name: '' }]
    const value = ref ? `ref:${ref}` : payload
    const activity: Partial<Activity> = { type: 'conversationUpdate', membersAdded, value }
    return { activities: [{ ...toDecoded(origin, eventId), activity }] }
  }
  const referrals = decodeReferral(pick(postback, 'referral'), eventId, origin)
  if (!payload && !title) {
    return referrals.length > 0 ? { activities: referrals } : { ignored: 'empty_postback' }
  }
  const activity: Partial<Activity> = { type: 'message', text: title }
  if (payload) activity.value = payload
  return { activities: [...referrals, { ...toDecoded(origin, eventId), activity }] }
}

/** The link that brought a person here; it may come alone or within a message or postback. */
function decodeReferral(referral: unknown, within: string, origin: Origin): DecodedActivity[] {
  const ref = readRef(referral)
  if (!ref) return []
  const eventId = within ? `${within}:referral` : toId('referral', origin, ref)
  const activity = { type: 'event', name: 'referral', value: `ref:${ref}` }
  return [{ ...toDecoded(origin, eventId), activity }]
}

/** Anyone can write a ref into a link: one of other characters or length is not ours. */
function readRef(referral: unknown): string {
  const ref = pickText(referral, 'ref')
  return /^[A-Za-z0-9_=-]{1,200}$/.test(ref) ? ref : ''
}

function toId(kind: string, { account, person, timestamp }: Origin, content: string): string {
  return toEventId(kind, [account, person, timestamp, content])
}

function toDecoded({ account, person, occurredAt }: Origin, eventId: string) {
  return { eventId, account, person, occurredAt }
}
