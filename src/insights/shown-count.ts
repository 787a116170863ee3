/**
 * A number as it may be shown. From few people one can tell who they are, so a number from 1 to 4 is only said to be
 * `under` 5, and a sum that would give it away is only said to be at least `from`.
 */
export type ShownCount = number | { under: number } | { from: number }

/** Numbers below this are not shown; 0 is, since it is nobody. */
export const SMALL = 5

/** A number that stands alone. */
export function showCount(count: number): ShownCount {
  return count > 0 && count < SMALL ? { under: SMALL } : count
}

/** The sum of parts that are shown beside it. */
export function showSum(parts: readonly ShownCount[], sum: number): ShownCount {
  if (parts.every((part) => typeof part === 'number')) return showCount(sum)
  return { from: parts.map(toLeast).reduce((all, one) => all + one, 0) }
}

/** A number in steps of 5, for those whose differences would tell what is hidden. */
export function showRounded(count: number): ShownCount {
  const shown = showCount(count)
  return typeof shown === 'number' ? Math.round(shown / SMALL) * SMALL : shown
}

/** The least that a shown number can be. */
export function toLeast(count: ShownCount): number {
  if (typeof count === 'number') return count
  return 'under' in count ? 1 : count.from
}

/** As it is written in a table: `12`, `<5`, `≥12`. */
export function formatCount(count: ShownCount): string {
  if (typeof count === 'number') return String(count)
  return 'under' in count ? `<${count.under}` : `≥${count.from}`
}
