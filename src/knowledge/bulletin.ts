import { findTopic } from './find-topic'
import type { KnowledgeBase } from './knowledge-base'
import type { Topic } from './topic'

/** An official notice that was let out: said above every answer, or in the place of one entry's, until its time is over. */
export type Bulletin = {
  id: number
  text: string
  /** An official page: https, on an allowed domain. Null without one. */
  link: string | null
  /** The entry in the place of whose answer it stands; null where it is pinned above every answer. */
  topic: string | null
  /** Epoch milliseconds: from then on it is not said. */
  endsAt: number
}

/** The notices whose time is not over. @param now epoch milliseconds */
export function inEffect(bulletins: readonly Bulletin[], now: number): Bulletin[] {
  return bulletins.filter(({ endsAt }) => now < endsAt)
}

/** The notice above every answer: of several the first. */
export function findPinned(bulletins: readonly Bulletin[]): Bulletin | null {
  return bulletins.find(({ topic }) => topic === null) ?? null
}

/** The notice in the place of an entry's answer, also where the entry has another id since. */
export function findReplacing(
  bulletins: readonly Bulletin[],
  { id }: Pick<Topic, 'id'>,
  knowledge: Pick<KnowledgeBase, 'topics' | 'redirects'>,
): Bulletin | null {
  const stands = ({ topic }: Bulletin) => topic !== null && findTopic(knowledge, topic)?.id === id
  return bulletins.find(stands) ?? null
}
