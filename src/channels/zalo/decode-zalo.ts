import type { Activity, Attachment } from 'botbuilder-core'
import type { Decoded } from '../channel-adapter'
import { toEventId } from '../event-id'
import { toEpochMs } from '../platform-time'
import { parseJson, pick, pickList, pickText } from '../untrusted-json'
import type { WebhookRequest } from '../webhook'
import { decodeEcho } from './decode-echo'
import { decodeWithdrawal } from './decode-withdrawal'
import { readHiddenPayload } from './hidden-payload'
import { toIgnoredName } from './ignored-events'

/** What a person can send, by event name: the content type where a message carries something, else `''`. */
const MESSAGES: ReadonlyMap<string, string> = new Map([
  ['user_send_text', ''],
  ['user_send_image', 'image/*'],
  ['user_send_gif', 'image/*'],
  ['user_send_link', 'text/uri-list'],
  ['user_send_audio', 'audio/*'],
  ['user_send_video', 'video/*'],
  ['user_send_sticker', 'application/vnd.loa.sticker'],
  ['user_send_location', 'application/vnd.loa.location'],
  ['user_send_file', 'application/octet-stream'],
  ['user_send_business_card', 'text/uri-list'],
])

/** Their text is Zalo's, not the person's: the name of a place, of a file or of someone else. */
const FOREIGN_TEXT: readonly string[] = [
  'user_send_location',
  'user_send_file',
  'user_send_business_card',
]

/** A conversation is opened, with nothing said yet. */
const OPENINGS: readonly string[] = ['follow', 'user_click_chatnow']

/**
 * Turns a verified call, always one event, into an activity. What is not a person doing something is counted in
 * `ignored` and answered with 200, so that Zalo does not send it again.
 *
 * Source: Zalo Official Account, "Webhook", the pages of the events.
 */
export function decodeZalo(request: WebhookRequest): Decoded {
  const nothing: Decoded = {
    status: 200,
    body: 'ok',
    activities: [],
    confirmations: [],
    ignored: [],
  }
  if (request.method === 'GET') return { ...nothing, ignored: ['address_check'] }
  const event = parseJson(request.rawBody)
  if (event === undefined) {
    return { ...nothing, status: 400, body: 'not JSON', ignored: ['broken_json'] }
  }

  const name = pickText(event, 'event_name')
  const own = decodeEcho(event)
  if (own) return { ...nothing, ...own, ignored: [own.ignored] }
  if (name === 'user_withdraw') return { ...nothing, ...decodeWithdrawal(event) }
  const isMessage = MESSAGES.has(name)
  if (!isMessage && !OPENINGS.includes(name)) return { ...nothing, ignored: [toIgnoredName(name)] }
  const person = isMessage
    ? pickText(event, 'sender', 'id')
    : pickText(event, 'follower', 'id') || pickText(event, 'user_id')
  const account = isMessage ? pickText(event, 'recipient', 'id') : pickText(event, 'oa_id')
  if (!person || !account) return { ...nothing, ignored: ['no_sender'] }

  const timestamp = pickText(event, 'timestamp')
  const activity = isMessage ? toMessage(event, name) : toOpening(person)
  const eventId =
    (isMessage && pickText(event, 'message', 'msg_id')) ||
    toEventId(name, [account, person, timestamp, pickText(event, 'message', 'text')])
  const occurredAt = toEpochMs(timestamp)
  return { ...nothing, activities: [{ eventId, account, person, occurredAt, activity }] }
}

function toOpening(person: string): Partial<Activity> {
  return { type: 'conversationUpdate', membersAdded: [{ id: person, name: '' }] }
}

function toMessage(event: unknown, name: string): Partial<Activity> {
  const said = FOREIGN_TEXT.includes(name) ? '' : pickText(event, 'message', 'text')
  const payload = readHiddenPayload(said)
  if (payload) return { type: 'message', text: '', value: payload }
  const attachments = toAttachments(event, MESSAGES.get(name) ?? '', said !== '')
  return {
    type: 'message',
    text: said,
    ...(attachments.length > 0 ? { attachments } : {}),
  }
}

/** The kinds of what is attached, and nothing else. A link beside a text is in that text already. */
function toAttachments(event: unknown, contentType: string, hasText: boolean): Attachment[] {
  if (contentType === 'text/uri-list' && hasText) return []
  if (contentType === '') return hasText ? [] : [{ contentType: 'application/octet-stream' }]
  const count = Math.max(1, pickList(pick(event, 'message'), 'attachments').length)
  return Array.from({ length: count }, () => ({ contentType }))
}
