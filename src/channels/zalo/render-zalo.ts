import type { Activity } from 'botbuilder-core'
import { shortenText } from '../../text/shorten-text'
import type { ChannelLimits } from '../channel-adapter'
import { writeChoices } from '../choices'
import { readRating } from '../rating'
import { type ReplyButton, readReply, splitBeforeButtons } from '../reply'
import { HIDDEN_PAYLOAD_LENGTH, toHiddenPayload } from './hidden-payload'

/** Limits of one message. Source: Zalo Official Account, "Gửi tin tư vấn dạng văn bản". */
export const ZALO_LIMITS: ChannelLimits = { textLength: 2000, buttons: 5, buttonTitleLength: 100 }

/** Room for the choices written as text; those that do not fit are left out. */
const CHOICES_LENGTH = 1000

/** A call of `/v3.0/oa/message/cs`. */
export type ZaloRequest = { recipient: { user_id: string }; message: Record<string, unknown> }

/** What lies in the outbox: the request, and the same with choices as text where an account may have no buttons. */
export type ZaloPayload = { request: ZaloRequest; fallback?: ZaloRequest }

/**
 * Turns a reply into messages of an Official Account: the text in parts, the buttons with the last one, together with
 * a fallback that has them as numbered choices. More buttons than Zalo takes are numbered in the text as well. An
 * answer is rated where there is room for both buttons.
 */
export function renderZalo(activity: Partial<Activity>, person: string): ZaloPayload[] {
  const reply = readReply(activity)
  const buttons = reply.buttons.filter(
    (button) =>
      !('payload' in button && toHiddenPayload(button.payload).length > HIDDEN_PAYLOAD_LENGTH),
  )
  // Of all buttons: the bot has kept the ones that Zalo cannot show as well, and counts them.
  const choices = writeChoices(reply.buttons, {
    length: CHOICES_LENGTH,
    title: ZALO_LIMITS.buttonTitleLength,
  })
  const parts = splitBeforeButtons(reply.text, {
    part: ZALO_LIMITS.textLength,
    last: ZALO_LIMITS.textLength - choices.length,
  })
  const toRequest = (message: Record<string, unknown>): ZaloRequest => ({
    recipient: { user_id: person },
    message,
  })
  const last = parts.pop()
  const before = parts.map((text) => ({ request: toRequest({ text }) }))
  if (last === undefined) return before
  const rating = readRating(activity, ZALO_LIMITS.buttons - buttons.length)
  const shown = [...buttons.slice(0, ZALO_LIMITS.buttons), ...rating]
  if (shown.length === 0) return [...before, { request: toRequest({ text: last }) }]

  const numbered = last + choices
  const text = buttons.length > ZALO_LIMITS.buttons ? numbered : last
  const payload = { buttons: shown.map(toButton) }
  const request = toRequest({ text, attachment: { type: 'template', payload } })
  return [...before, { request, fallback: toRequest({ text: numbered }) }]
}

function toButton(button: ReplyButton) {
  const title = toTitle(button)
  return 'payload' in button
    ? { title, type: 'oa.query.hide', payload: toHiddenPayload(button.payload) }
    : { title, type: 'oa.open.url', payload: { url: button.url } }
}

function toTitle(button: ReplyButton): string {
  return shortenText(button.title, ZALO_LIMITS.buttonTitleLength)
}
