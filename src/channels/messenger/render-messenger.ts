import type { Activity } from 'botbuilder-core'
import { shortenText } from '../../text/shorten-text'
import { splitText } from '../../text/split-text'
import type { ChannelLimits } from '../channel-adapter'
import { type ReplyButton, readReply, splitBeforeButtons } from '../reply'

/** Limits of one message. Messenger takes under 2000 characters and does not say how it counts them. */
export const MESSENGER_LIMITS: ChannelLimits = {
  textLength: 1900,
  buttons: 13,
  buttonTitleLength: 20,
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
 * under the message as a button template. More become quick replies, which cannot open addresses: those are written
 * under the text.
 */
export function renderMessenger(activity: Partial<Activity>, person: string): MessengerRequest[] {
  const reply = readReply(activity)
  const buttons = reply.buttons.filter(
    (button) => !('payload' in button && button.payload.length > PAYLOAD_LENGTH),
  )
  const fitsTemplate = buttons.length <= TEMPLATE_BUTTONS && buttons.every(isTemplateButton)
  const messages =
    buttons.length > 0 && fitsTemplate
      ? toTemplate(reply.text, buttons)
      : toQuickReplies(reply.text, buttons)
  return messages.map((message) => ({
    recipient: { id: person },
    messaging_type: 'RESPONSE',
    message,
  }))
}

/** A template's buttons open https addresses only. */
function isTemplateButton(button: ReplyButton): boolean {
  return 'payload' in button || button.url.startsWith('https://')
}

function toTemplate(text: string, buttons: ReplyButton[]): Record<string, unknown>[] {
  const parts = splitBeforeButtons(text, {
    part: MESSENGER_LIMITS.textLength,
    last: TEMPLATE_TEXT_LENGTH,
  })
  const payload = {
    template_type: 'button',
    text: parts.pop(),
    buttons: buttons.map((button) => ({ ...toTarget(button), title: toTitle(button) })),
  }
  const template = { attachment: { type: 'template', payload } }
  return [...parts.map((part) => ({ text: part })), template]
}

function toTarget(button: ReplyButton) {
  return 'payload' in button
    ? { type: 'postback', payload: button.payload }
    : { type: 'web_url', url: button.url }
}

function toQuickReplies(text: string, buttons: ReplyButton[]): Record<string, unknown>[] {
  const links = buttons.flatMap((button) =>
    'url' in button ? [`${button.title}: ${button.url}`] : [],
  )
  const quickReplies = buttons
    .flatMap((button) =>
      'payload' in button
        ? [{ content_type: 'text', title: toTitle(button), payload: button.payload }]
        : [],
    )
    .slice(0, MESSENGER_LIMITS.buttons)
  const whole = [text, links.join('\n')].filter(Boolean).join('\n\n')
  const parts = splitText(whole, MESSENGER_LIMITS.textLength)
  return parts.map((part, index) =>
    index === parts.length - 1 && quickReplies.length > 0
      ? { text: part, quick_replies: quickReplies }
      : { text: part },
  )
}

function toTitle(button: ReplyButton): string {
  return shortenText(button.title, MESSENGER_LIMITS.buttonTitleLength)
}
