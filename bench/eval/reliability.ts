/** A probability that was told, and whether what it was told of came true. */
export type Forecast = { probability: number; right: boolean }

/** The forecasts between two probabilities: how many, what they said on average, and how many came true. */
export type Bin = { count: number; told: number; true: number }

const BINS = 10

/** Groups forecasts into ten bins of equal width. Empty bins have a count of 0. */
export function toBins(forecasts: readonly Forecast[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = forecasts.filter(
      ({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin,
    )
    const count = inside.length
    const told = inside.reduce((sum, { probability }) => sum + probability, 0)
    const right = inside.filter((forecast) => forecast.right).length
    return { count, told: told / Math.max(1, count), true: right / Math.max(1, count) }
  })
}

/**
 * Expected calibration error, 0 to 1: by how much what was told and what came true differ on average (Naeini, Cooper,
 * Hauskrecht 2015).
 */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0)
  return bins.reduce(
    (sum, { count, told, true: came }) => sum + (count / Math.max(1, all)) * Math.abs(told - came),
    0,
  )
}

const SIDE = 400
const MARGIN = 50

/** The reliability diagram as SVG: on the diagonal, a told 70 % comes true 7 times of 10. */
export function drawReliability(bins: readonly Bin[], title: string): string {
  const x = (share: number) => MARGIN + share * SIDE
  const y = (share: number) => MARGIN + (1 - share) * SIDE
  const size = SIDE + 2 * MARGIN
  const bars = bins.flatMap(({ count, told, true: came }, bin) => {
    if (count === 0) return []
    const left = x(bin / BINS)
    return [
      `<rect x="${left}" y="${y(came)}" width="${SIDE / BINS - 2}" height="${came * SIDE}" fill="#0b5d63" opacity="0.75"/>`,
      `<circle cx="${x(told)}" cy="${y(came)}" r="4" fill="#c2410c"/>`,
      `<text x="${left + 2}" y="${y(0) - 4}" font-size="10" fill="#fff">${count}</text>`,
    ]
  })
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<text x="${x(share)}" y="${y(0) + 18}" text-anchor="middle" font-size="12">${share}</text>`,
    `<text x="${x(0) - 8}" y="${y(share) + 4}" text-anchor="end" font-size="12">${share}</text>`,
  ])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" font-family="sans-serif">`,
    `<rect width="${size}" height="${size}" fill="#fff"/>`,
    `<text x="${size / 2}" y="24" text-anchor="middle" font-size="15">${title}</text>`,
    `<path d="M${x(0)} ${y(1)}V${y(0)}H${x(1)}" fill="none" stroke="#333"/>`,
    ...bars,
    `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#999" stroke-dasharray="5 4"/>`,
    ...ticks,
    `<text x="${size / 2}" y="${size - 8}" text-anchor="middle" font-size="12">probability told</text>`,
    `<text x="14" y="${size / 2}" text-anchor="middle" font-size="12" transform="rotate(-90 14 ${size / 2})">share that came true</text>`,
    '</svg>',
    '',
  ].join('\n')
}
