const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const neighbours = new Set<string>()
for (const [r, row] of rows.entries()) {
  for (let i = 0; i < row.length; i++) {
    const near = [row[i + 1], rows[r + 1]?.[i - 1], rows[r + 1]?.[i]]
    for (const key of near) if (key) neighbours.add(row[i] + key).add(key + row[i])
  }
}

/** Letters that sound alike somewhere in the country: s/x, d/gi/r, n/l, i/y, c/k/q, g/h endings. */
const soundAlikes = new Set(
  'sx xs dr rd rg gr dv vd nl ln iy yi ck kc qk kq cq qc ct tc'.split(' '),
)

/**
 * How far a typed word is from a meant one, both without marks: edits weighted by how easily a
 * thumb or an ear makes them (Damerau–Levenshtein with optimal string alignment).
 */
export function typingDistance(typed: string, meant: string): number {
  const width = meant.length + 1
  let before = new Float64Array(width)
  let last = new Float64Array(width)
  let row = new Float64Array(width)
  for (let j = 1; j < width; j++) last[j] = j
  for (let i = 1; i <= typed.length; i++) {
    row[0] = i
    for (let j = 1; j < width; j++) {
      const a = typed[i - 1] ?? ''
      const b = meant[j - 1] ?? ''
      const doubled = a === typed[i - 2] || b === meant[j - 2] ? 0.5 : 0.9
      row[j] = Math.min(
        (last[j] ?? 0) + doubled,
        (row[j - 1] ?? 0) + doubled,
        (last[j - 1] ?? 0) + substitution(a, b),
      )
      if (i > 1 && j > 1 && a === meant[j - 2] && typed[i - 2] === b) {
        row[j] = Math.min(row[j] ?? 0, (before[j - 2] ?? 0) + 0.5)
      }
    }
    ;[before, last, row] = [last, row, before]
  }
  return last[width - 1] ?? 0
}

function substitution(a: string, b: string): number {
  if (a === b) return 0
  if (soundAlikes.has(a + b)) return 0.5
  return neighbours.has(a + b) ? 0.6 : 1
}
