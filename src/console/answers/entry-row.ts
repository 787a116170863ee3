import type { KnowledgeBase } from '../../knowledge/knowledge-base'
import type { Topic } from '../../knowledge/topic'
import { readTopicForm } from '../../knowledge/topic-form'
import type { DraftState, EntryDraft } from '../../storage/draft-table'
import { fold } from '../../text/fold'

/** Whether citizens are answered with it: yes, no longer true, turned off, not published yet. */
export type EntryState = 'live' | 'expired' | 'off' | 'new'
/** How sure the least sure of its facts is; `none` where it rests on no fact. */
export type Confidence = 'high' | 'medium' | 'low' | 'none'

/** An entry in the list. */
export type EntryRow = {
  id: string
  question: string
  label: string
  group: string
  owner: string
  state: EntryState
  draft: { state: DraftState; author: string; publishAt: number | null } | null
  confidence: Confidence
  reviewBy: string | null
}

/** A row and what is searched in it: folded when it is searched first, and kept. */
export type SearchableRow = { row: EntryRow; searched(): string }

/** Searched texts by what they were folded from: of an edit of one entry the others are there already. */
export type FoldedTexts = Map<string, string>

/** The rows of what is published, without drafts; made once for each state of the knowledge. */
export function toRows(
  knowledge: KnowledgeBase,
  { today, folded }: { today: string; folded: FoldedTexts },
): SearchableRow[] {
  return [...knowledge.topics.values(), ...knowledge.offTopics.values()].map((topic) => ({
    row: {
      id: topic.id,
      question: topic.question,
      label: topic.label,
      group: topic.group,
      owner: topic.owner,
      state: toState(topic, today),
      draft: null,
      confidence: toConfidence(topic, knowledge),
      reviewBy: topic.review_by ?? null,
    },
    searched: () => {
      const text = toText(topic)
      const known = folded.get(text) ?? fold(text)
      folded.set(text, known)
      return known
    },
  }))
}

/** The row of an entry that is a draft alone. */
export function toNewRow(draft: EntryDraft): SearchableRow {
  const form = readTopicForm(draft.text)
  const { question, label, group, owner } = form
  return {
    row: {
      id: draft.entry,
      question,
      label,
      group,
      owner,
      state: 'new',
      draft: null,
      confidence: 'none',
      reviewBy: form.review_by,
    },
    searched: () => fold(toText({ id: draft.entry, ...form })),
  }
}

function toState({ off, valid_until }: Topic, today: string): EntryState {
  if (off) return 'off'
  return valid_until && valid_until < today ? 'expired' : 'live'
}

const LEAST_FIRST = ['low', 'medium', 'high'] as const

function toConfidence({ sources }: Topic, { facts }: KnowledgeBase): Confidence {
  const found = sources.flatMap((source) =>
    'fact' in source ? (facts.get(source.fact)?.confidence ?? []) : [],
  )
  return LEAST_FIRST.find((one) => found.includes(one)) ?? 'none'
}

/** What is searched: question, label, answer and examples. */
function toText(topic: {
  id: string
  question: string
  label: string
  examples: readonly string[]
  answer: { short: string; detail?: string | undefined }
}): string {
  const { id, question, label, examples, answer } = topic
  return [id, question, label, answer.short, answer.detail ?? '', ...examples].join('\n')
}
