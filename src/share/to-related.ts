import type { Topic } from '../knowledge/topic'
import type { PageContext } from './page-context'

/** A page that another leads to. */
export type PageLink = { kind: 'topic' | 'flow'; id: string; title: string }

/** Topics shown beside an answer at most. */
const TOPICS_SHOWN = 5

/** What the page of a topic leads to: the guides that it opens or offers, its own related topics, then others of its subject. */
export function toRelated(
  topic: Topic,
  { knowledge, flows }: PageContext,
): { guides: PageLink[]; topics: PageLink[] } {
  const offered = topic.buttons.flatMap((button) => ('flow' in button ? [button.flow] : []))
  const guides = [...new Set([...(topic.opens ? [topic.opens] : []), ...offered])]
  const named = topic.buttons.flatMap((button) => ('topic' in button ? [button.topic] : []))
  const ofSubject = [...knowledge.topics.values()].filter(
    ({ subject }) => subject === topic.subject,
  )
  const topics = [...new Set([...named, ...ofSubject.map(({ id }) => id)])]
    .filter((id) => id !== topic.id)
    .slice(0, TOPICS_SHOWN)
  return {
    guides: guides.flatMap((id) => {
      const guide = flows.get(id)
      return guide ? [{ kind: 'flow' as const, id, title: guide.flow.title }] : []
    }),
    topics: topics.flatMap((id) => {
      const other = knowledge.topics.get(id)
      return other ? [{ kind: 'topic' as const, id, title: other.question }] : []
    }),
  }
}
