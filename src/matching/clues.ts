import { bestOf } from './best-of'

/** What speaks for each class: the classifier's margin and how close its nearest example comes. */
export type Scores = { margins: Float32Array; closeness: Float32Array }

/** A class and what speaks for it: margin, closeness, and the gap to the best other class. */
export type Clued = { index: number; clues: number[] }

/** How much the nearest example counts beside the classifier's margin. */
const closenessWeight = 0.4

/** The best classes by margin and closeness together, and what speaks for each. */
export function cluesOf({ margins, closeness }: Scores, limit: number): Clued[] {
  const totals = totalsOf({ margins, closeness })
  const best = bestOf(totals, Math.max(limit, 2))
  const [first = 0, second = first] = best.map((c) => totals[c] ?? 0)
  return best.slice(0, limit).map((index, rank) => {
    const total = totals[index] ?? 0
    const gap = total - (rank === 0 ? second : first)
    return { index, clues: [margins[index] ?? 0, closeness[index] ?? 0, gap] }
  })
}

/** Margin and closeness of every class together. */
export function totalsOf({ margins, closeness }: Scores): Float32Array {
  const totals = new Float32Array(margins.length)
  const weight = closenessWeight
  for (let c = 0; c < totals.length; c++) {
    totals[c] = (margins[c] as number) + weight * (closeness[c] as number)
  }
  return totals
}
