import type { HashedFlow } from '../flows/load-flows'
import type { Bulletin } from '../knowledge/bulletin'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import type { Link } from '../knowledge/link'

/** What every page is drawn from. */
export type PageContext = {
  knowledge: KnowledgeBase
  flows: ReadonlyMap<string, HashedFlow>
  /** Official notices in effect. */
  bulletins: readonly Bulletin[]
  /** The site's address as people see it, without a slash at the end. */
  base: string
  /** The unit and place of the link by which someone came; links on the page keep them. */
  from: Pick<Link, 'unit' | 'place'>
}

/** What the page of a topic or a guide is drawn from besides. */
export type Visit = PageContext & {
  /** What may be sent as the first message on Zalo; null where Zalo is not there or the code could not be had. */
  code: string | null
  /** The day from which an old address leads here, where someone came by one. */
  movedOn: string | null
  /** They have just said that the page is of use. */
  isThanked: boolean
}
