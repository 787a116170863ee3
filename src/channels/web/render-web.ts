import type { Activity } from 'botbuilder-core'
import { shortenText } from '../../text/shorten-text'
import { splitText } from '../../text/split-text'
import type { ChannelLimits } from '../channel-adapter'
import { readRating } from '../rating'
import { type Reply, readReply } from '../reply'

/** The page has room; these keep a message readable. */
export const WEB_LIMITS: ChannelLimits = { textLength: 4000, buttons: 12, buttonTitleLength: 80 }

/**
 * Turns what the bot said into what the page shows: text, and buttons under it. Only a text over the limit is cut
 * into several, the buttons under the last, those that rate the answer behind the others.
 */
export function renderWeb(activity: Partial<Activity>): Reply[] {
  const { text, buttons } = readReply(activity)
  const rating = readRating(activity, WEB_LIMITS.buttons - buttons.length)
  const shown = [...buttons.slice(0, WEB_LIMITS.buttons), ...rating].map((button) => ({
    ...button,
    title: shortenText(button.title, WEB_LIMITS.buttonTitleLength),
  }))
  const parts = splitText(text, WEB_LIMITS.textLength)
  return parts.map((part, index) => ({
    text: part,
    buttons: index === parts.length - 1 ? shown : [],
  }))
}
