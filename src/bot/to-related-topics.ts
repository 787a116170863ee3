import type { KnowledgeBase } from '../knowledge/knowledge-base'

/** The topics that a short question after an answer is likely about: those of its subject, and of its family. */
export function toRelatedTopics(
  last: string | null,
  { topics, settings }: KnowledgeBase,
): ReadonlySet<string> {
  const subject = topics.get(last ?? '')?.subject
  if (!subject) return new Set()
  const family = settings.families.find((subjects) => subjects.includes(subject)) ?? [subject]
  const related = [...topics.values()].filter((topic) => family.includes(topic.subject))
  return new Set(related.map(({ id }) => id))
}
