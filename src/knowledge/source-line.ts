import type { KnowledgeBase } from './knowledge-base'
import { fillMessage } from './messages'
import type { Source, Topic } from './topic'

/** More documents than this make a line that nobody reads; the topic's page lists them all. */
const DOCUMENTS_TOLD = 4

/** A calendar day `2026-03-05` as it is told in Vietnamese documents: `05/3/2026`. */
export function toSpokenDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${Number(month)}/${year}`
}

/**
 * The line that ends an answer: on which documents it rests, each with its date, and when it was last reviewed.
 * Empty for an entry without sources (small talk of the bot).
 */
export function toSourceLine(
  topic: Pick<Topic, 'sources' | 'reviewed_on'>,
  knowledge: KnowledgeBase,
): string {
  const documents = [...new Set(topic.sources.flatMap((source) => toDocuments(source, knowledge)))]
  if (documents.length === 0) return ''
  const { label, reviewed } = knowledge.messages.source
  return [
    fillMessage(label, { sources: documents.slice(0, DOCUMENTS_TOLD).join('; ') }),
    fillMessage(reviewed, { date: toSpokenDay(topic.reviewed_on) }),
  ].join(' ')
}

function toDocuments(source: Source, { outline, facts, messages }: KnowledgeBase): string[] {
  if ('claim' in source) {
    return [`${outline.document.title}, ${toSpokenDay(outline.document.date)}`]
  }
  const fact = facts.get(source.fact)
  if (!fact) return []
  if (!fact.legal_basis) {
    return [fillMessage(messages.source.published, { date: toSpokenDay(fact.checked_on) })]
  }
  return fact.legal_basis
    .split('; ')
    .map(toDocumentName)
    .filter((name) => name !== '')
}

/** `Luật Căn cước 26/2023/QH15` of `Luật Căn cước 26/2023/QH15, Điều 46`: the article is on the topic's page. */
function toDocumentName(basis: string): string {
  return basis.replace(/(^|,? *)(Điều|khoản|điểm|Phụ lục) .*$/i, '').trim()
}
