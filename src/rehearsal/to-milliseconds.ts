const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/**
 * Reads a span of time: `90s`, `5m`, `26h`, `2d`.
 * @throws {RangeError} for anything else; says how it is written
 */
export function toMilliseconds(span: string): number {
  const [, amount, unit] = /^(\d{1,6}(?:\.\d{1,3})?)([smhd])$/.exec(span) ?? []
  const ms = UNITS[unit ?? '']
  if (!amount || !ms) {
    throw new RangeError(`not a time: ${span}; write for example 90s, 5m, 26h, 2d`)
  }
  return Number(amount) * ms
}
