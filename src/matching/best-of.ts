/** The places of the largest finite numbers, largest first; of equals the earlier. Sorting all would take longer. */
export function bestOf(totals: Float32Array, limit: number): number[] {
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
