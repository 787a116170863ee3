import { toExampleKey } from '../knowledge/checks/check-examples'
import type { PlacedTopic } from '../knowledge/load-knowledge'
import type { Topic } from '../knowledge/topic'

/** Finds the entries that share an example, a question or a button's title with one, so that the rest need no look. */
export function indexEntries(entries: readonly PlacedTopic[]): (topic: Topic) => PlacedTopic[] {
  const holders = new Map<string, PlacedTopic>()
  // The first that has it, as in the check of the whole.
  for (const placed of entries) {
    for (const key of keysOf(placed.topic)) if (!holders.has(key)) holders.set(key, placed)
  }
  return (topic) => [
    ...new Set(
      keysOf(topic).flatMap((key) => {
        const holder = holders.get(key)
        return holder && holder.topic.id !== topic.id ? [holder] : []
      }),
    ),
  ]
}

function keysOf({ question, examples, label }: Topic): string[] {
  return [`label ${label.toLowerCase()}`, ...[question, ...examples].map(toExampleKey)]
}
