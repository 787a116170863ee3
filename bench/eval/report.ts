import type { Outsider, Question } from './questions'
import type { Verdict } from './verdict'

/** A question with what became of it. */
export type Judged = Question & Verdict
/** A message that no topic answers with whether it was answered all the same. */
export type JudgedOutsider = Outsider & { asKnown: boolean; topic: string | null }

/** A row of a table of results; all but `count` in per cent. */
export type Row = Record<'count' | (typeof COLUMNS)[number]['name'], number>

const COLUMNS = [
  { name: 'first right', test: ({ first }: Verdict) => first },
  { name: 'in three', test: ({ inThree }: Verdict) => inThree },
  { name: 'answered', test: ({ result }: Verdict) => result === 'answered' },
  { name: 'or offered', test: ({ result }: Verdict) => /^(answered|offered)$/.test(result) },
  { name: 'wrong', test: ({ result }: Verdict) => result === 'wrong' },
  { name: 'missed', test: ({ result }: Verdict) => result === 'missed' },
] as const

/** The results of all questions together. */
export function toTotals(judged: readonly Verdict[]): Row {
  const shares = COLUMNS.map(({ name, test }) => [name, percent(judged, test)] as const)
  return { count: judged.length, ...Object.fromEntries(shares) } as Row
}

/** The results by what a question is: its style, or its topic. Worst first. */
export function toTable(
  judged: readonly Judged[],
  by: (one: Judged) => string,
): Record<string, Row> {
  const rows = groupBy(judged, by).map(([name, group]) => [name, toTotals(group)] as const)
  return Object.fromEntries(rows.sort(([, a], [, b]) => a['first right'] - b['first right']))
}

/** How many messages that no topic answers were answered as if one did, by kind. */
export function toOutsiderTable(
  judged: readonly JudgedOutsider[],
): Record<string, { count: number; 'answered as known': number }> {
  return Object.fromEntries(
    [['all', judged] as const, ...groupBy(judged, ({ kind }) => kind)].map(([kind, group]) => [
      kind,
      { count: group.length, 'answered as known': percent(group, ({ asKnown }) => asKnown) },
    ]),
  )
}

/** The pairs of topics that are taken for each other most often, as `wanted → taken: times`. */
export function worstConfusions(judged: readonly Judged[], most: number): string[] {
  const wrong = judged.filter(({ takenFor }) => takenFor !== null)
  return groupBy(wrong, ({ topic, takenFor }) => `${topic} → ${takenFor}`)
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, most)
    .map(([pair, group]) => `${pair}: ${group.length}`)
}

function percent<T>(all: readonly T[], test: (one: T) => boolean): number {
  return Number(((100 * all.filter(test).length) / Math.max(1, all.length)).toFixed(1))
}

function groupBy<T>(all: readonly T[], by: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one])
  return [...groups]
}
