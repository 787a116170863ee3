import type { KnowledgeBase } from '../knowledge/knowledge-base'
import type { Topic } from '../knowledge/topic'
import type { Context } from '../matching/prefer-related'

/**
 * What a short question after an answer is likely about: the topics of the answer's subject and of its family, and for
 * each topic of another subject the one of these that tells the same side (price, place, time).
 */
export function toContext(last: string | null, { topics, settings }: KnowledgeBase): Context {
  const spoken = topics.get(last ?? '')
  if (!spoken) return { related: new Set(), counterparts: new Map() }
  const { subject } = spoken
  const family = settings.families.find((subjects) => subjects.includes(subject)) ?? [subject]
  const all = [...topics.values()]
  const related = all.filter((topic) => family.includes(topic.subject))
  // The same subject before its family, and before both the entry that was just told.
  const inOrder = [spoken, ...related.filter((topic) => topic.subject === subject), ...related]
  const counterparts = all.flatMap((topic): [string, string][] => {
    if (family.includes(topic.subject) || !settings.facets.includes(topic.aspect)) return []
    const counterpart =
      inOrder.find(({ aspect }) => aspect === topic.aspect) ?? inOrder.find(covers(topic))
    return counterpart ? [[topic.id, counterpart.id]] : []
  })
  return { related: new Set(related.map(({ id }) => id)), counterparts: new Map(counterparts) }
}

const covers =
  ({ aspect }: Topic) =>
  (topic: Topic) =>
    topic.covers.includes(aspect)
