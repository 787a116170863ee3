/** What speaks for each class: the classifier's margin and how close its nearest example comes. */
export type Scores = { margins: Float32Array; closeness: Float32Array }

/** A class and what speaks for it: margin, closeness, and the gap to the best other class. */
export type Clued = { index: number; clues: number[] }

/** How much the nearest example counts beside the classifier's margin. */
const closenessWeight = 0.4

/** The best classes by margin and closeness together, and what speaks for each. */
export function cluesOf({ margins, closeness }: Scores, limit: number): Clued[] {
  const totals = margins.map((margin, c) => margin + closenessWeight * (closeness[c] ?? 0))
  const best = bestOf(totals, Math.max(limit, 2))
  const [first = 0, second = first] = best.map((c) => totals[c] ?? 0)
  return best.slice(0, limit).map((index, rank) => {
    const total = totals[index] ?? 0
    const gap = total - (rank === 0 ? second : first)
    return { index, clues: [margins[index] ?? 0, closeness[index] ?? 0, gap] }
  })
}

/** The places of the largest finite numbers, largest first; of equals the earlier. Sorting all would take longer. */
function bestOf(totals: Float32Array, limit: number): number[] {
  const best: number[] = []
  for (let c = 0; c < totals.length; c++) {
    const total = totals[c] as number
    const least = best.length < limit ? Number.NEGATIVE_INFINITY : (totals[best.at(-1) ?? 0] ?? 0)
    if (!(total > least)) continue
    if (best.length === limit) best.pop()
    let at = best.length
    while (at > 0 && total > (totals[best[at - 1] ?? 0] ?? 0)) at--
    best.splice(at, 0, c)
  }
  return best
}
