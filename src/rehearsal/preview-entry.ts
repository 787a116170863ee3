import type { Content } from '../bot/content'
import { type EntryChange, withDraftAnswer } from './draft-content'
import { previewTopic, type ReplyPreview } from './preview-topic'

/** Answers with a draft on every channel. */
export async function previewEntry(
  content: Content,
  change: EntryChange,
  now: number,
): Promise<ReplyPreview> {
  return previewTopic(withDraftAnswer(content, change), { topic: change.id }, now)
}
