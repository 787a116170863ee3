import type { Content } from '../../bot/content'
import { CHANNEL_LIMITS } from '../../channels/channel-limits'
import { groupSchema } from '../../knowledge/topic'

/** What the fields of an entry are chosen from. */
export function toEntryChoices({ knowledge, flows }: Content) {
  const topics = [...knowledge.topics.values(), ...knowledge.offTopics.values()]
  const distinct = (values: readonly string[]) => [...new Set(values)].sort()
  const { columns, groups } = knowledge.messages.spreadsheet
  return {
    topics: topics.map(({ id, label, question, off }) => ({ id, label, question, off })),
    flows: [...flows.values()].map(({ flow: { id, title } }) => ({ id, title })),
    sources: [
      ...knowledge.outline.claims.map(({ id, says }) => ({ kind: 'claim' as const, id, says })),
      ...[...knowledge.facts.values()].map(({ id, says, confidence }) => ({
        kind: 'fact' as const,
        id,
        says,
        confidence,
      })),
    ],
    notes: [...knowledge.notes.values()].map(({ id, text }) => ({ id, text })),
    groups: groupSchema.options.map((id) => ({ id, name: groups[id] })),
    subjects: distinct(topics.map(({ subject }) => subject)),
    aspects: distinct(topics.flatMap(({ aspect, covers }) => [aspect, ...covers])),
    owners: distinct(topics.map(({ owner }) => owner)),
    channels: Object.keys(CHANNEL_LIMITS),
    columns,
  }
}

/** See {@link toEntryChoices}. */
export type EntryChoices = ReturnType<typeof toEntryChoices>
