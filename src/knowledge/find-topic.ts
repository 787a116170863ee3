import { followRedirects } from './follow-redirects'
import type { KnowledgeBase } from './knowledge-base'
import type { Topic } from './topic'

/** The entry of an id, also of one that was renamed or merged; undefined where there is none. */
export function findTopic(
  { topics, redirects }: Pick<KnowledgeBase, 'topics' | 'redirects'>,
  id: string,
): Topic | undefined {
  return topics.get(id) ?? topics.get(followRedirects(redirects, { kind: 'topic', id })?.to ?? '')
}
