import type { Activity } from 'botbuilder-core'
import type { ChannelLimits } from '../channel-adapter'
import { writeChoices } from '../choices'
import { readReply, splitBeforeButtons } from '../reply'

/** Limits of one message. The platform has no buttons. Source: Zalo Bot Platform, "sendMessage". */
export const ZALO_BOT_LIMITS: ChannelLimits = {
  textLength: 2000,
  buttons: 0,
  buttonTitleLength: 100,
}

/** Room for the choices in the last message: fourteen of the longest, and the text above keeps a quarter. */
const CHOICES_LENGTH = 1500

/** A call of `sendMessage`. */
export type ZaloBotRequest = { chat_id: string; text: string }

/** Turns a reply into messages: the text in parts, and the buttons as numbered choices under the last one. */
export function renderZaloBot(activity: Partial<Activity>, person: string): ZaloBotRequest[] {
  const { text, buttons } = readReply(activity)
  const { textLength, buttonTitleLength } = ZALO_BOT_LIMITS
  const choices = writeChoices(buttons, { length: CHOICES_LENGTH, title: buttonTitleLength })
  const last = textLength - choices.length
  const parts = splitBeforeButtons(text, { part: textLength, last })
  return parts.map((part, index) => ({
    chat_id: person,
    text: index === parts.length - 1 ? part + choices : part,
  }))
}
