import type { LinkCount } from '../storage/link-count-table'

/** What a turn was, as far as the counts of links need it. */
export type LinkOutcome = {
  kind: string
  link: Omit<LinkCount, 'event' | 'count'> | null
  began: boolean
  arrived: boolean
}

/** Kinds of turns in which nobody asked anything: they walked a guide. */
const NO_QUESTION: readonly string[] = ['step', 'completed', 'cancelled']

/**
 * What a turn adds to the counts of the link by which the person came: a question of theirs, a guide begun or ended.
 * @param isTyped whether something was typed, and not pressed
 */
export function toLinkCounts(
  { kind, link, began, arrived }: LinkOutcome,
  isTyped: boolean,
): LinkCount[] {
  if (!link) return []
  const isQuestion = isTyped && !arrived && !NO_QUESTION.includes(kind)
  return [
    ...(isQuestion ? [{ ...link, event: 'asked' as const, count: 1 }] : []),
    ...(began ? [{ ...link, event: 'started' as const, count: 1 }] : []),
    ...(kind === 'completed' ? [{ ...link, event: 'finished' as const, count: 1 }] : []),
  ]
}
