/** The places of the largest finite numbers, largest first; of equals the earlier. Sorting all would take longer. */
export function bestOf(totals: Float32Array, limit: number): number[] {
  const best: number[] = []
  let least = Number.NEGATIVE_INFINITY
  for (let c = 0; c < totals.length; c++) {
    const total = totals[c] as number
    if (!(total > least)) continue
    if (best.length === limit) best.pop()
    let at = best.length
    best.push(c)
    for (; at > 0 && total > (totals[best[at - 1] as number] as number); at--) {
      best[at] = best[at - 1] as number
    }
    best[at] = c
    if (best.length === limit) least = totals[best[limit - 1] as number] as number
  }
  return best
}
