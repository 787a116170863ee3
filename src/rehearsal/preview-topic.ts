import type { Content } from '../bot/content'
import { formatPayload } from '../bot/payload'
import { CHANNEL_LIMITS, type ChannelName } from '../channels/channel-limits'
import type { Bulletin } from '../knowledge/bulletin'
import { beginConversation } from './conversation'
import { type ShownReply, showReply } from './show-reply'

/** What each channel would show of an answer, by the channel's name. */
export type ReplyPreview = Record<ChannelName, ShownReply>

/**
 * Answers with an entry on every channel, as if someone had pressed its button first of all.
 * @param bulletins official notices that are out
 */
export async function previewTopic(
  content: Content,
  { topic, bulletins = [] }: { topic: string; bulletins?: readonly Bulletin[] },
  now: number,
): Promise<ReplyPreview> {
  const payload = formatPayload({ kind: 'topic', topic })
  const shown = {} as ReplyPreview // every channel is set just below
  for (const channel of Object.keys(CHANNEL_LIMITS) as ChannelName[]) {
    const conversation = beginConversation(content, channel, () => now, bulletins)
    const { said } = await conversation.say({ payload })
    shown[channel] = showReply(channel, said)
  }
  return shown
}
