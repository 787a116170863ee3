/** A look at the program's memory. */
export type MemorySample = { seconds: number; residentMiB: number; heapMiB: number }

const WIDTH = 800
const HEIGHT = 320
const LEFT = 56
const BOTTOM = 36
const TOP = 28
const RIGHT = 16

/** Draws the samples as an SVG: resident memory and the used part of the heap, over minutes. */
export function drawMemory(samples: readonly MemorySample[], title: string): string {
  const end = Math.max(1, ...samples.map(({ seconds }) => seconds))
  const most = Math.ceil(Math.max(50, ...samples.map(({ residentMiB }) => residentMiB)) / 50) * 50
  const x = (seconds: number) => LEFT + ((WIDTH - LEFT - RIGHT) * seconds) / end
  const y = (mib: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * mib) / most
  const line = (read: (sample: MemorySample) => number, color: string) => {
    const points = samples.map(
      (sample) => `${x(sample.seconds).toFixed(1)},${y(read(sample)).toFixed(1)}`,
    )
    return `<polyline fill="none" stroke="${color}" stroke-width="2" points="${points.join(' ')}"/>`
  }
  const rows = Array.from({ length: most / 50 + 1 }, (_, index) => index * 50).map(
    (mib) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(mib)}" y2="${y(mib)}" stroke="#ddd"/>` +
      `<text x="${LEFT - 8}" y="${y(mib) + 4}" text-anchor="end">${mib}</text>`,
  )
  const step = Math.max(1, Math.ceil(end / 60 / 10))
  const columns = Array.from({ length: Math.floor(end / 60 / step) + 1 }, (_, at) => at * step).map(
    (minute) =>
      `<text x="${x(minute * 60)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${minute}</text>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="17" font-size="13">${title}</text>`,
    ...rows,
    ...columns,
    `<text x="${WIDTH - RIGHT}" y="${HEIGHT - 4}" text-anchor="end">minutes; MiB resident (blue), heap used (green)</text>`,
    line(({ residentMiB }) => residentMiB, '#1c6fd1'),
    line(({ heapMiB }) => heapMiB, '#2b8a3e'),
    '</svg>\n',
  ].join('\n')
}
