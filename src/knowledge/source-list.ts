import type { KnowledgeBase } from './knowledge-base'
import { fillMessage } from './messages'
import { toSpokenDay } from './source-line'
import type { Source } from './topic'

/**
 * Every document that an answer or a guide rests on, once, with article and date where they are known: for a page, where
 * there is room for what the line under an answer leaves out.
 */
export function toSourceList(
  sources: readonly Source[],
  { outline, facts, messages }: Pick<KnowledgeBase, 'outline' | 'facts' | 'messages'>,
): string[] {
  const all = sources.flatMap((source) => {
    if ('claim' in source)
      return [`${outline.document.title}, ${toSpokenDay(outline.document.date)}`]
    const fact = facts.get(source.fact)
    if (!fact) return []
    if (fact.legal_basis) return fact.legal_basis.split('; ')
    return [fillMessage(messages.source.published, { date: toSpokenDay(fact.checked_on) })]
  })
  const last = all.filter((one, index) => all.indexOf(one) === index)
  return last.map((line) => line.charAt(0).toUpperCase() + line.slice(1))
}
