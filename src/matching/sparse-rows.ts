/** A sparse vector: the places that are not zero, and what stands there. */
export type SparseVector = { indices: Int32Array; values: Float32Array }

/** Sparse vectors one after the other: what stands in vector `r` is from `starts[r]` to `starts[r + 1]`. */
export type SparseRows = { starts: Int32Array; indices: Int32Array; values: Float32Array }

/** What a vector has at the places that are wanted. */
export function pick(
  { indices, values }: SparseVector,
  isWanted: (place: number) => boolean,
): SparseVector {
  return {
    indices: indices.filter(isWanted),
    values: values.filter((_, i) => isWanted(indices[i] as number)),
  }
}

/** Sets what a vector has at its places of a dense one. */
export function setAt(dense: Float32Array, { indices, values }: SparseVector): void {
  for (let i = 0; i < indices.length; i++) dense[indices[i] as number] = values[i] as number
}

/** Sets the places of a vector back to zero in a dense one. */
export function clearAt(dense: Float32Array, { indices }: SparseVector): void {
  for (let i = 0; i < indices.length; i++) dense[indices[i] as number] = 0
}

/** Lays vectors one after the other. */
export function toRows(vectors: readonly SparseVector[]): SparseRows {
  const starts = new Int32Array(vectors.length + 1)
  for (const [r, { indices }] of vectors.entries()) {
    starts[r + 1] = (starts[r] as number) + indices.length
  }
  const indices = new Int32Array(starts.at(-1) ?? 0)
  const values = new Float32Array(indices.length)
  for (const [r, vector] of vectors.entries()) {
    indices.set(vector.indices, starts[r])
    values.set(vector.values, starts[r])
  }
  return { starts, indices, values }
}

/** Rows and columns exchanged: for each of the first `columns` places the vectors that have something there. */
export function transpose({ starts, indices, values }: SparseRows, columns: number): SparseRows {
  const turned = new Int32Array(columns + 1)
  for (const index of indices) {
    if (index < columns) turned[index + 1] = (turned[index + 1] as number) + 1
  }
  for (let c = 0; c < columns; c++) {
    turned[c + 1] = (turned[c + 1] as number) + (turned[c] as number)
  }
  const next = turned.slice()
  const rows = new Int32Array(turned[columns] as number)
  const turnedValues = new Float32Array(rows.length)
  for (let r = 0; r + 1 < starts.length; r++) {
    const end = starts[r + 1] as number
    for (let i = starts[r] as number; i < end; i++) {
      const index = indices[i] as number
      if (index >= columns) continue
      const at = next[index] as number
      next[index] = at + 1
      rows[at] = r
      turnedValues[at] = values[i] as number
    }
  }
  return { starts: turned, indices: rows, values: turnedValues }
}
