import type { Content } from '../bot/content'
import { formatPayload } from '../bot/payload'
import { CHANNEL_LIMITS, type ChannelName } from '../channels/channel-limits'
import { beginConversation } from './conversation'
import { type EntryChange, withDraftAnswer } from './draft-content'
import { type ShownReply, showReply } from './show-reply'

/** What each channel would show of an entry, by the channel's name. */
export type EntryPreview = Record<ChannelName, ShownReply>

/** Answers with a draft on every channel, as if someone had pressed its button. */
export async function previewEntry(
  content: Content,
  change: EntryChange,
  now: number,
): Promise<EntryPreview> {
  const drafted = withDraftAnswer(content, change)
  const payload = formatPayload({ kind: 'topic', topic: change.id })
  const shown = {} as EntryPreview // every channel is set just below
  for (const channel of Object.keys(CHANNEL_LIMITS) as ChannelName[]) {
    const { said } = await beginConversation(drafted, channel, () => now).say({ payload })
    shown[channel] = showReply(channel, said)
  }
  return shown
}
