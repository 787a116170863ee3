import { create } from 'qrcode'
import type { Shape } from './drawing'

/** Modules of white around a code, without which scanners do not find it. Source: ISO/IEC 18004. */
const QUIET_ZONE = 4

/**
 * A QR code in a white square of a size, the quiet zone included. A quarter of it may be lost (error correction Q):
 * paper on a notice board gets wet, torn and written on.
 */
export function drawQr(
  text: string,
  { x, y, size }: { x: number; y: number; size: number },
): Shape[] {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' })
  const unit = size / (modules.size + 2 * QUIET_ZONE)
  const at = (index: number) => (index + QUIET_ZONE) * unit
  const parts: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      let end = column + 1
      while (end < modules.size && modules.get(row, end)) end++
      const [left, top] = [x + at(column), y + at(row)].map(toPlace)
      const [right, bottom] = [x + at(end), y + at(row + 1)].map(toPlace)
      parts.push(`M${left} ${top}H${right}V${bottom}H${left}Z`)
      column = end
    }
  }
  return [
    { kind: 'box', x, y, width: size, height: size, fill: '#ffffff' },
    { kind: 'path', path: parts.join(''), fill: '#000000', edges: 'crisp' },
  ]
}

const toPlace = (place: number) => Number(place.toFixed(3))
