import { followRedirects } from '../knowledge/follow-redirects'
import { type Link, readRef } from '../knowledge/link'
import type { Topic } from '../knowledge/topic'
import type { Content } from './content'

/** What a link leads to now: an entry, a guide, or the word that its author left where it is told no longer. */
export type Linked = { link: Link } & (
  | { to: 'topic'; topic: Topic }
  | { to: 'flow' }
  | { to: 'nothing'; note: string }
)

/** Finds what a ref leads to, also where that has another id now; null where it never was, or is none of ours. */
export function findLinked(ref: string, { knowledge, flows }: Content): Linked | null {
  const read = readRef(ref)
  if (!read) return null
  const moved = followRedirects(knowledge.redirects, read)
  const link = { ...read, id: moved?.to ?? read.id }
  const topic = link.kind === 'topic' ? knowledge.topics.get(link.id) : undefined
  if (topic) return { link, to: 'topic', topic }
  if (link.kind === 'flow' && flows.has(link.id)) return { link, to: 'flow' }
  return moved?.note ? { link, to: 'nothing', note: moved.note } : null
}
