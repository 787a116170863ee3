import type { Draft } from './load-knowledge'
import type { Place } from './problem-at'

/** A text that citizens read, and where it is written. */
export type ToldText = { place: Place; path: PropertyKey[]; text: string }

/** Every text of the knowledge that citizens read: of entries, notes, outside business, contacts, units and messages. */
export function toldTexts({ topics, read, places }: Draft): ToldText[] {
  // The spreadsheet is the communications team's own.
  const { spreadsheet, ...messages } = read.messages
  return [
    ...topics.flatMap(({ topic: { label, question, answer }, ...place }) =>
      textsIn({ label, question, answer }, place),
    ),
    ...read.notes.flatMap(({ text }, index) => textsIn(text, places.notes, [index, 'text'])),
    ...read.outside.flatMap(({ name, office }, index) =>
      textsIn({ name, office }, places.outside, [index]),
    ),
    ...textsIn(read.settings.contacts, places.settings, ['contacts']),
    ...textsIn(read.units, places.units),
    ...textsIn(messages, places.messages),
    ...read.redirects.flatMap(({ note }, index) =>
      textsIn(note, places.redirects, [index, 'note']),
    ),
    ...textsIn(read.messenger, places.messenger),
  ]
}

function textsIn(value: unknown, place: Place, path: PropertyKey[] = []): ToldText[] {
  if (typeof value === 'string') return [{ place, path, text: value }]
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => textsIn(item, place, [...path, index]))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, place, [...path, key]))
}
