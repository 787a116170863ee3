import type { Content } from '../bot/content'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import type { Topic } from '../knowledge/topic'
import { readTopicForm } from '../knowledge/topic-form'

/** An entry's file as it would be saved. */
export type EntryChange = { id: string; path: string; text: string }

/** The entry of a file that need not be right yet: a field that is missing is empty. */
export function toDraftTopic({ id, text }: EntryChange): Topic {
  const { opens, answer, ...form } = readTopicForm(text)
  return {
    ...form,
    // The group decides nothing of what is said but that small talk needs no source.
    group: form.group as Topic['group'],
    id,
    answer: { ...answer, detail: answer.detail || undefined },
    opens: opens || undefined,
    reviewed_on: form.reviewed_on ?? '',
  }
}

/** A knowledge base with one entry in place of the one of its id, or beside the others. */
export function withTopic(knowledge: KnowledgeBase, topic: Topic): KnowledgeBase {
  const topics = new Map(knowledge.topics)
  const offTopics = new Map(knowledge.offTopics)
  ;(topic.off ? topics : offTopics).delete(topic.id)
  ;(topic.off ? offTopics : topics).set(topic.id, topic)
  return { ...knowledge, topics, offTopics }
}

/** Content in which an entry is answered as the draft has it, though the matcher has not learned its examples. */
export function withDraftAnswer(content: Content, change: EntryChange): Content {
  const topic = { ...toDraftTopic(change), off: false }
  return { ...content, knowledge: withTopic(content.knowledge, topic) }
}
