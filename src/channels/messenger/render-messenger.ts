import type { Activity } from 'botbuilder-core'
import { shortenText } from '../../text/shorten-text'
import { splitText } from '../../text/split-text'
import type { ChannelLimits } from '../channel-adapter'
import { readRating } from '../rating'
import { type ReplyButton, readReply, splitBeforeButtons } from '../reply'
import { BUTTON_TITLE_LENGTH, fitsTemplate, toTemplateButton } from './template-button'
import { toCarousel } from './to-carousel'

/** Limits of one message. Messenger takes under 2000 characters and does not say how it counts them. */
export const MESSENGER_LIMITS: ChannelLimits = {
  textLength: 1900,
  buttons: 13,
  buttonTitleLength: BUTTON_TITLE_LENGTH,
}
/** Of a button template: its text, and how many buttons. Source: Send API, "Button template". */
const TEMPLATE_TEXT_LENGTH = 640
const TEMPLATE_BUTTONS = 3
/** Of a postback and a quick reply. A longer one is left out: cut short, it would mean something else. */
const PAYLOAD_LENGTH = 1000

/** One call of the Send API, without the mark that it gets at sending. */
export type MessengerRequest = {
  recipient: { id: string }
  messaging_type: 'RESPONSE'
  message: Record<string, unknown>
}

/**
 * Turns a reply into calls of the Send API: the text in parts, the buttons with the last one. Up to three buttons stay
 * under the message as a button template. More become quick replies, which go when the next message comes; but where
 * one opens an address, which quick replies cannot, or where there are too many of them, they become a carousel of
 * cards. Addresses that are not https stand in the text. An answer is rated by quick replies, which any of these takes.
 */
export function renderMessenger(activity: Partial<Activity>, person: string): MessengerRequest[] {
  const reply = readReply(activity)
  const buttons = reply.buttons.filter(
    (button) =>
      fitsTemplate(button) && !('payload' in button && button.payload.length > PAYLOAD_LENGTH),
  )
  const links = reply.buttons.flatMap((button) =>
    fitsTemplate(button) || 'payload' in button ? [] : [`${button.title}: ${button.url}`],
  )
  const text = [reply.text, links.join('\n')].filter(Boolean).join('\n\n')
  return withRating(toMessages(text, buttons), activity).map((message) => ({
    recipient: { id: person },
    messaging_type: 'RESPONSE',
    message,
  }))
}

function withRating(
  messages: Record<string, unknown>[],
  activity: Partial<Activity>,
): Record<string, unknown>[] {
  const last = messages.at(-1)
  const replies: unknown = last?.quick_replies
  const quickReplies: unknown[] = Array.isArray(replies) ? replies : []
  const rating = readRating(activity, MESSENGER_LIMITS.buttons - quickReplies.length)
  if (rating.length === 0) return messages
  const quick_replies = [...quickReplies, ...rating.flatMap(toQuickReply)]
  return [...messages.slice(0, -1), { ...last, quick_replies }]
}

function toMessages(text: string, buttons: ReplyButton[]): Record<string, unknown>[] {
  if (buttons.length > 0 && buttons.length <= TEMPLATE_BUTTONS) return toTemplate(text, buttons)
  const isCarousel =
    buttons.length > MESSENGER_LIMITS.buttons || buttons.some((button) => 'url' in button)
  const parts = splitText(text, MESSENGER_LIMITS.textLength).map((part) => ({ text: part }))
  if (isCarousel) return [...parts, toCarousel(buttons)]
  const last = parts.pop()
  if (!last) return []
  if (buttons.length === 0) return [...parts, last]
  return [...parts, { ...last, quick_replies: buttons.flatMap(toQuickReply) }]
}

function toTemplate(text: string, buttons: ReplyButton[]): Record<string, unknown>[] {
  const parts = splitBeforeButtons(text, {
    part: MESSENGER_LIMITS.textLength,
    last: TEMPLATE_TEXT_LENGTH,
  })
  const payload = {
    template_type: 'button',
    text: parts.pop(),
    buttons: buttons.map(toTemplateButton),
  }
  const template = { attachment: { type: 'template', payload } }
  return [...parts.map((part) => ({ text: part })), template]
}

function toQuickReply(button: ReplyButton) {
  if (!('payload' in button)) return []
  const title = shortenText(button.title, BUTTON_TITLE_LENGTH)
  return [{ content_type: 'text', title, payload: button.payload }]
}
