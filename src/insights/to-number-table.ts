import type { TallyCount } from '../storage/tally-table'
import { type ShownCount, showCount, showSum } from './shown-count'

/** The columns of {@link NumberRow}; `questions` is the sum of those of {@link PARTS}. */
export const NUMBERS = [
  'people',
  'questions',
  'answered',
  'clarified',
  'unanswered',
  'outside',
  'other',
  'useful',
  'notUseful',
] as const

/** The name of a column. */
export type NumberName = (typeof NUMBERS)[number]

/** What happened on a day, on a channel, about an entry or by a link, with small numbers hidden. */
export type NumberRow = Record<NumberName, ShownCount>

/** The numbers by key, and all of them together. */
export type NumberTable = { rows: ({ key: string } & NumberRow)[]; total: NumberRow }

const PARTS = ['answered', 'clarified', 'unanswered', 'outside', 'other'] as const

/** What of the daily counts each column adds up. */
const MEASURES: Readonly<Record<Exclude<NumberName, 'questions'>, readonly string[]>> = {
  people: ['people'],
  answered: ['answered'],
  clarified: ['clarified'],
  unanswered: ['unanswered'],
  outside: ['outside'],
  other: ['warned', 'handed_over'],
  useful: ['useful'],
  notUseful: ['not_useful'],
}

/**
 * Puts counts into a table.
 * @param keys the keys that have a row even where nothing was counted, and in whose order they come; others follow
 */
export function toNumberTable(
  counts: readonly TallyCount[],
  keys: readonly string[] = [],
): NumberTable {
  const raw = new Map<string, Map<string, number>>(keys.map((key) => [key, new Map()]))
  for (const { key, measure, count } of counts) {
    const row = raw.get(key) ?? new Map<string, number>()
    row.set(measure, (row.get(measure) ?? 0) + count)
    raw.set(key, row)
  }
  const exact = [...raw].map(([key, measures]) => ({ key, numbers: toExact(measures) }))
  const rows = exact
    .filter(({ key, numbers }) => keys.includes(key) || NUMBERS.some((name) => numbers[name] > 0))
    .map(({ key, numbers }) => ({ key, ...toShown(numbers) }))
  const sums = fill((name) => exact.reduce((sum, { numbers }) => sum + numbers[name], 0))
  const total = fill((name) =>
    showSum(
      rows.map((row) => row[name]),
      sums[name],
    ),
  )
  return { rows, total }
}

function toExact(measures: ReadonlyMap<string, number>): Record<NumberName, number> {
  const sum = (name: keyof typeof MEASURES) =>
    MEASURES[name].reduce((all, measure) => all + (measures.get(measure) ?? 0), 0)
  return fill((name) =>
    name === 'questions' ? PARTS.reduce((all, part) => all + sum(part), 0) : sum(name),
  )
}

function toShown(numbers: Record<NumberName, number>): NumberRow {
  const parts = PARTS.map((name) => showCount(numbers[name]))
  return fill((name) =>
    name === 'questions' ? showSum(parts, numbers.questions) : showCount(numbers[name]),
  )
}

function fill<Value>(toValue: (name: NumberName) => Value): Record<NumberName, Value> {
  // `NUMBERS` holds every name once.
  return Object.fromEntries(NUMBERS.map((name) => [name, toValue(name)])) as Record<
    NumberName,
    Value
  >
}
