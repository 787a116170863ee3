import type { Activity } from 'botbuilder-core'
import { type ReplyButton, toReplyButtons } from './reply'

/**
 * The two buttons by which an answer is rated, which the bot leaves in the activity's channel data since they are none
 * of its choices: nobody counts them, and a channel without room does without. Both of them, or none.
 * @param room how many buttons the channel still has room for
 */
export function readRating({ channelData }: Partial<Activity>, room: number): ReplyButton[] {
  // The SDK types channel data as `any`; only the bot writes it on this side.
  const { rating = [] } = (channelData ?? {}) as { rating?: Parameters<typeof toReplyButtons>[0] }
  return rating.length <= room ? toReplyButtons(rating) : []
}
