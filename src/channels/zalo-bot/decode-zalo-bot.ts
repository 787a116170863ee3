import type { Activity } from 'botbuilder-core'
import type { Decoded } from '../channel-adapter'
import { toEventId } from '../event-id'
import { toEpochMs } from '../platform-time'
import { parseJson, pick, pickText } from '../untrusted-json'
import type { WebhookRequest } from '../webhook'

/** The account of every conversation: a token is one bot, and no event says which. */
const ACCOUNT = 'bot'

/** Something that cannot be read. */
const OTHER = 'application/octet-stream'

/** What a person can send, by event name: where its words are, and the content type of what comes beside them. */
const MESSAGES: ReadonlyMap<string, { words?: string; contentType?: string }> = new Map([
  ['message.text.received', { words: 'text' }],
  ['message.image.received', { words: 'caption', contentType: 'image/*' }],
  ['message.sticker.received', { contentType: 'application/vnd.loa.sticker' }],
  ['message.voice.received', { contentType: 'audio/*' }],
  // Also what the platform withholds, for instance of children.
  ['message.unsupported.received', { contentType: OTHER }],
])

/**
 * Turns a verified call, always one update, into an activity: within `{ok, result}`, as the documents have it, or bare.
 * What is not a person writing to the bot alone is counted in `ignored` and answered with 200.
 *
 * Source: Zalo Bot Platform, "Webhook".
 */
export function decodeZaloBot(request: WebhookRequest): Decoded {
  const nothing: Decoded = {
    status: 200,
    body: 'ok',
    activities: [],
    confirmations: [],
    ignored: [],
  }
  const call = parseJson(request.rawBody)
  if (call === undefined) {
    return { ...nothing, status: 400, body: 'not JSON', ignored: ['broken_json'] }
  }
  const update = pick(call, 'event_name') === undefined ? pick(call, 'result') : call
  const name = pickText(update, 'event_name')
  const kind = MESSAGES.get(name)
  if (!kind) return { ...nothing, ignored: ['unknown_event'] }

  const message = pick(update, 'message')
  const reason = findReason(message)
  if (reason) return { ...nothing, ignored: [reason] }
  // The chat, not the sender: it is what an answer is sent to, and the same for a person who writes alone.
  const person = pickText(message, 'chat', 'id')

  const text = kind.words ? pickText(message, kind.words) : ''
  const date = pickText(message, 'date')
  const eventId = pickText(message, 'message_id') || toEventId(name, [ACCOUNT, person, date, text])
  const activity = toActivity(text, kind.contentType)
  const place = { eventId, account: ACCOUNT, person, occurredAt: toEpochMs(date) }
  return { ...nothing, activities: [{ ...place, activity }] }
}

/** Why a message is not for us, if it is not. */
function findReason(message: unknown): string | undefined {
  if (!pickText(message, 'chat', 'id')) return 'no_sender'
  if (pick(message, 'from', 'is_bot') === true) return 'echo'
  const chatType = pickText(message, 'chat', 'chat_type')
  return chatType && chatType !== 'PRIVATE' ? 'group' : undefined
}

/** What is attached is kept as its kind alone: the picture behind an address may be someone's card. */
function toActivity(text: string, contentType: string | undefined): Partial<Activity> {
  const attached = contentType ?? (text ? undefined : OTHER)
  return {
    type: 'message',
    text,
    ...(attached ? { attachments: [{ contentType: attached }] } : {}),
  }
}
