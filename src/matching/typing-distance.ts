const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const neighbours = new Set<string>()
for (const [r, row] of rows.entries()) {
  for (let i = 0; i < row.length; i++) {
    const near = [row[i + 1], rows[r + 1]?.[i - 1], rows[r + 1]?.[i]]
    for (const key of near) if (key) neighbours.add(row[i] + key).add(key + row[i])
  }
}

/** Letters that sound alike somewhere in the country: s/x, d/gi/r, n/l, i/y, c/k/q, g/h endings. */
const soundAlikes = 'sx xs dr rd rg gr dv vd nl ln iy yi ck kc qk kq cq qc ct tc'.split(' ')

/** The cost of one ASCII letter for another, looked up for every pair of letters of two words. */
const ascii = 128
const substitutions = new Float64Array(ascii * ascii).fill(1)
for (const pair of neighbours) substitutions[placeOf(pair)] = 0.6
for (const pair of soundAlikes) substitutions[placeOf(pair)] = 0.5

function placeOf(pair: string): number {
  return pair.charCodeAt(0) * ascii + pair.charCodeAt(1)
}

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
    const a = typed.charCodeAt(i - 1)
    const beforeA = typed.charCodeAt(i - 2)
    for (let j = 1; j < width; j++) {
      const b = meant.charCodeAt(j - 1)
      const beforeB = meant.charCodeAt(j - 2)
      const doubled = a === beforeA || b === beforeB ? 0.5 : 0.9
      let least = Math.min(
        (last[j] as number) + doubled,
        (row[j - 1] as number) + doubled,
        (last[j - 1] as number) + substitution(a, b),
      )
      if (i > 1 && j > 1 && a === beforeB && beforeA === b) {
        least = Math.min(least, (before[j - 2] as number) + 0.5)
      }
      row[j] = least
    }
    ;[before, last, row] = [last, row, before]
  }
  return last[width - 1] as number
}

/** By two UTF-16 units. */
function substitution(a: number, b: number): number {
  if (a === b) return 0
  return a < ascii && b < ascii ? (substitutions[a * ascii + b] as number) : 1
}
