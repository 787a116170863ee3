/** One candidate of one held-out message: what is known about it, and whether it was right. */
export type Trial = { clues: readonly number[]; right: boolean; weight: number }

/**
 * Turns a candidate's clues into the probability that it is the right one: logistic regression,
 * fitted by Newton's method, and held to expected coefficients so that few or cleanly parted
 * trials do no harm.
 */
export class Calibration {
  /** The constant, then the coefficient of each clue. */
  readonly coefficients: readonly number[]

  constructor(coefficients: readonly number[]) {
    this.coefficients = coefficients
  }

  /**
   * Fits to trials.
   * @param expected the constant, then the coefficient of each clue, as they are without trials
   */
  static fit(trials: readonly Trial[], expected: readonly number[]): Calibration {
    let coefficients = expected
    for (let round = 0; round < 12; round++) {
      coefficients = newtonStep(trials, coefficients, expected)
    }
    return new Calibration(coefficients)
  }

  /** The probability, 0 to 1. */
  probability(clues: readonly number[]): number {
    return logistic(this.coefficients, clues)
  }
}

/** How strongly the coefficients are held to those expected: as by about so many trials. */
const ridge = 5

function newtonStep(
  trials: readonly Trial[],
  at: readonly number[],
  expected: readonly number[],
): number[] {
  const size = at.length
  const slope: number[] = at.map((value, i) => ridge * ((expected[i] ?? 0) - value))
  const curve: number[][] = at.map((_, i) => at.map((_, j) => (i === j ? ridge : 0)))
  for (const { clues, right, weight } of trials) {
    const p = logistic(at, clues)
    const x = [1, ...clues]
    for (let i = 0; i < size; i++) {
      slope[i] = (slope[i] ?? 0) + weight * ((right ? 1 : 0) - p) * (x[i] ?? 0)
      const row = curve[i] ?? []
      for (let j = 0; j < size; j++) {
        row[j] = (row[j] ?? 0) + weight * p * (1 - p) * (x[i] ?? 0) * (x[j] ?? 0)
      }
    }
  }
  const step = solve(curve, slope)
  return at.map((value, i) => value + Math.max(-5, Math.min(5, step[i] ?? 0)))
}

function logistic(coefficients: readonly number[], clues: readonly number[]): number {
  let sum = coefficients[0] ?? 0
  for (let i = 0; i < clues.length; i++) sum += (coefficients[i + 1] ?? 0) * (clues[i] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/** Gaussian elimination; the ridge keeps the matrix positive definite, so no pivoting is needed. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  for (const [i, pivot] of rows.entries()) {
    for (const [j, row] of rows.entries()) {
      if (j === i) continue
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1)
      for (let k = i; k < row.length; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0)
    }
  }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1))
}
