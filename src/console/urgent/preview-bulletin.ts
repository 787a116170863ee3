import type { Content } from '../../bot/content'
import type { Bulletin } from '../../knowledge/bulletin'
import { findTopic } from '../../knowledge/find-topic'
import { previewTopic, type ReplyPreview } from '../../rehearsal/preview-topic'

/** A notice that is being written has no number yet. */
const UNNAMED = 0

/** What each channel would show, and for the answer to which question. */
export type BulletinPreview = { question: string; replies: ReplyPreview }

/**
 * Shows a notice on every channel beside what else is out: with the answer in whose place it stands, or with the menu's
 * first where it is pinned. Null where there is no such answer.
 */
export async function previewBulletin(
  content: Content,
  bulletin: Omit<Bulletin, 'id'>,
  { out, now }: { out: readonly Bulletin[]; now: number },
): Promise<BulletinPreview | null> {
  const { knowledge } = content
  const { settings, topics } = knowledge
  const shown = bulletin.topic ?? settings.menu[0] ?? topics.keys().next().value ?? ''
  const topic = findTopic(knowledge, shown)
  if (!topic) return null
  const bulletins = [{ ...bulletin, id: UNNAMED }, ...out]
  const replies = await previewTopic(content, { topic: topic.id, bulletins }, now)
  return { question: topic.question, replies }
}
