import type { Activity } from 'botbuilder-core'
import type { DecodedActivity, DecodedHandover } from '../channel-adapter'
import { toEventId } from '../event-id'
import { toEpochMs } from '../platform-time'
import { pick, pickList, pickText } from '../untrusted-json'
import type { Confirmation } from '../webhook'
import { decodeAttachments } from './decode-attachments'
import { decodeThreadControl, isStaffEcho } from './decode-handover'
import { readOutboxId } from './metadata'
import { GET_STARTED_PAYLOAD } from './profile'

/** What one item of `messaging` means: something a person did, a word about our own message or about who has it, or neither. */
export type DecodedItem = {
  activities?: DecodedActivity[]
  confirmation?: Confirmation
  handover?: DecodedHandover
  /** What a person must look at. */
  alert?: string
  /** Why it is no activity: a stable name for the metrics. */
  ignored?: string
}

/** Payloads of the button that opens a conversation: ours, and the one that most pages have from before. */
const GET_STARTED: readonly string[] = [GET_STARTED_PAYLOAD, 'GET_STARTED']

/** Items that are known, and no message to us, by the key that tells them. */
const NO_MESSAGE: Readonly<Record<string, string>> = {
  delivery: 'delivery',
  read: 'read',
  reaction: 'reaction',
  message_edit: 'message_edit',
  optin: 'optin',
  request_thread_control: 'handover_request',
  app_roles: 'app_roles',
  account_linking: 'account_linking',
  messaging_feedback: 'feedback',
  response_feedback: 'feedback',
  send_cart: 'cart',
}

/** A conversation's person and page, and when the platform says it happened. */
type Origin = { account: string; person: string; timestamp: string; occurredAt: number }

/** What is known beside the item. */
type ItemContext = {
  /** The entry's own time, for items without one. */
  entryTime: unknown
  /** Our app's id, where it is set. */
  ownAppId: string | undefined
}

/** Reads one item of `messaging`. Never throws. */
export function decodeItem(item: unknown, { entryTime, ownAppId }: ItemContext): DecodedItem {
  const occurredAt = toEpochMs(pick(item, 'timestamp'), entryTime)
  if (pick(item, 'message', 'is_echo') === true) return decodeEcho(item, { occurredAt, ownAppId })
  const origin: Origin = {
    account: pickText(item, 'recipient', 'id'),
    person: pickText(item, 'sender', 'id'),
    timestamp: pickText(item, 'timestamp'),
    occurredAt,
  }
  const isMessage = ['message', 'postback', 'referral'].some((key) => pick(item, key))
  if (isMessage && (!origin.account || !origin.person)) return { ignored: 'no_sender' }
  if (pick(item, 'message')) return decodeMessage(pick(item, 'message'), origin)
  if (pick(item, 'postback')) return decodePostback(pick(item, 'postback'), origin)
  if (pick(item, 'referral')) {
    const activities = decodeReferral(pick(item, 'referral'), '', origin)
    return activities.length > 0 ? { activities } : { ignored: 'referral_without_ref' }
  }
  const holder = decodeThreadControl(item, ownAppId)
  if (holder) return toHandover({ ...origin, holder })
  if (pick(item, 'policy_enforcement')) return decodePolicy(item)
  const known = Object.keys(NO_MESSAGE).find((key) => pick(item, key))
  if (known) return { ignored: NO_MESSAGE[known] ?? known }
  return { ignored: pickText(item, 'type').startsWith('LEAD_') ? 'lead' : 'unknown_event' }
}

/** A message of the page itself: ours if it has our mark, else staff's or another app's. Never an answer to answer. */
function decodeEcho(
  item: unknown,
  { occurredAt, ownAppId }: { occurredAt: number; ownAppId: string | undefined },
): DecodedItem {
  const outboxId = readOutboxId(pickText(item, 'message', 'metadata'))
  if (outboxId === undefined) {
    if (!isStaffEcho(item, ownAppId)) return { ignored: 'echo' }
    const account = pickText(item, 'sender', 'id')
    const person = pickText(item, 'recipient', 'id')
    return toHandover({ account, person, occurredAt, holder: 'staff' })
  }
  const platformMessageId = pickText(item, 'message', 'mid')
  return { confirmation: platformMessageId ? { outboxId, platformMessageId } : { outboxId } }
}

/** Who has a conversation is no message to us: it is counted as well. */
function toHandover({ account, person, occurredAt, holder }: DecodedHandover): DecodedItem {
  const ignored = `handover_to_${holder}`
  if (!account || !person) return { ignored }
  return { handover: { account, person, occurredAt, holder }, ignored }
}

/** Meta warns, blocks or unblocks the page: someone must look. */
function decodePolicy(item: unknown): DecodedItem {
  const action = pickText(item, 'policy_enforcement', 'action')
  const known = ['warning', 'block', 'unblock'].includes(action) ? action : 'other'
  return { alert: `policy_${known}`, ignored: 'policy_enforcement' }
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
