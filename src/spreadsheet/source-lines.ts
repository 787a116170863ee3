import type { KnowledgeBase } from '../knowledge/knowledge-base'
import type { Source } from '../knowledge/topic'
import type { Parsed } from './sheet'

/** A source as a line of its cell: the id of a claim or a fact, which differ. */
export const showSource = (source: Source) => ('claim' in source ? source.claim : source.fact)

/** The sources that a cell's lines mean. */
export function parseSources(text: string, { outline, facts }: KnowledgeBase): Parsed {
  const claims = new Set(outline.claims.map(({ id }) => id))
  const ids = text.split('\n').map((line) => line.toLowerCase())
  const unknown = ids.filter((id) => !claims.has(id) && !facts.has(id))
  if (unknown.length > 0) {
    return { problem: `outline.yaml và facts.yaml không có mã ${unknown.join(', ')}; sửa lại mã` }
  }
  return { value: ids.map((id): Source => (claims.has(id) ? { claim: id } : { fact: id })) }
}
